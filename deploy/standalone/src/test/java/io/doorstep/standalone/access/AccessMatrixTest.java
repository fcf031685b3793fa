package io.doorstep.standalone.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.doorstep.identity.Account;
import io.doorstep.identity.Accounts;
import io.doorstep.identity.Reach;
import io.doorstep.identity.password.Passwords;
import io.doorstep.reference.loading.ReferenceKind;
import io.doorstep.reference.loading.ReferenceLoading;
import io.doorstep.standalone.Running;
import io.doorstep.standalone.acceptance.Office;
import io.doorstep.standalone.acceptance.TakesMinutes;
import io.doorstep.terms.Role;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * 谁可以用什么，全部问一遍。 Every address of the running product × every role × a case of one's own place and unit, a foreign
 * one, a sealed one and one that one is recused from; what is right stands in {@code docs/access.md}.
 */
class AccessMatrixTest {

    private static final String PASSWORD = "matrix";
    private static final String UNIT = "u-natural-resources";
    private static final String HERE = "430525001001";
    private static final String ELSEWHERE = "430525103";
    private static final List<String> SECRETS = List.of("石桥塌方在外镇", "举报本单位负责人", "回避人员的亲属", "别的单位的一件");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    private List<Function<String, URI>> nodes = List.of();
    private final AtomicInteger asked = new AtomicInteger();
    private String own = "";
    private String other = "";
    private String sha256 = "";
    private String importId = "";
    private final AtomicInteger made = new AtomicInteger();

    private record Answer(int status, String body) {}

    @Test
    void is_what_the_page_says(@TempDir Path data) {
        try (var running = Running.with(
                "--doorstep.data=" + data,
                "--spring.profiles.active=demo",
                "--doorstep.demo.year=false",
                "--doorstep.limits.share=0")) {
            nodes = List.of(running::address);
            all(running);
        }
    }

    /** Every other request goes to the other process. */
    @Test
    @TakesMinutes
    void is_the_same_on_two_nodes(@TempDir Path data, @TempDir Path second) throws IOException {
        try (var server = EmbeddedPostgres.start()) {
            String[] database = {
                "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--doorstep.attachments.folder=" + data.resolve("attachments")
            };
            var settings = Stream.concat(
                            Stream.of(
                                    "--doorstep.data=" + data,
                                    "--spring.profiles.active=demo",
                                    "--doorstep.demo.year=false",
                                    "--doorstep.limits.share=0"),
                            Arrays.stream(database))
                    .toArray(String[]::new);
            try (var running = Running.with(settings)) {
                Files.copy(data.resolve("master.key"), second.resolve("master.key"));
                try (var other = Office.start(second, database)) {
                    nodes = List.of(running::address, other::address);
                    all(running);
                }
            }
        }
    }

    private void all(Running running) {
        var rules = Rule.all();
        assertThat(rules.stream().map(Rule::name)).doesNotHaveDuplicates();
        assertThat(Addresses.of(running).keySet())
                .as("an address without a line in docs/access.md, or a line without an address")
                .containsExactlyInAnyOrderElementsOf(
                        rules.stream().map(Rule::name).toList());

        people(running);
        var hidden = cases();
        for (var rule : rules) {
            nobody(rule);
            Arrays.stream(Role.values()).parallel().forEach(role -> check(rule, role, hidden));
        }
        assertThat(wrong).isEmpty();
    }

    /** One for each role, of one unit and one street, and all of them recused from the same case. */
    private void people(Running running) {
        var accounts = running.bean(Accounts.class);
        for (var role : Role.values()) {
            accounts.add(
                    new Account(id(role), "某人", UNIT, "430525001", Set.of(role), true, null, null),
                    PASSWORD,
                    Passwords.quick());
        }
        var officers = new StringBuilder(read("demo/officers.csv"));
        Arrays.stream(Role.values())
                .forEach(role ->
                        officers.append(id(role)).append(",某人,").append(UNIT).append(",false\n"));
        running.bean(ReferenceLoading.class)
                .load(
                        ReferenceKind.OFFICER,
                        new ByteArrayInputStream(officers.toString().getBytes(StandardCharsets.UTF_8)),
                        null);
        // a node trusts its reference data for a moment before it looks again
        await().atMost(Duration.ofSeconds(30))
                .until(() -> nodes.stream()
                        .map(each -> ask("officer", "/api/officers", null).body())
                        .allMatch(officersThere -> officersThere.contains(id(Role.AUDITOR))));
    }

    private List<String> cases() {
        var foreign = reported(ELSEWHERE, SECRETS.get(0), "DISPUTE", "[]", "u-civil-affairs");
        var sealed = reported(HERE, SECRETS.get(1), "ACCUSATION", "[\"" + UNIT + "\"]", "u-civil-affairs");
        var recused = reported(HERE, SECRETS.get(2), "DISPUTE", "[]", UNIT);
        for (var role : Role.values()) {
            done(
                    "officer",
                    "/api/cases/" + recused + "/recusals",
                    "{\"officer\": \"" + id(role) + "\", \"reason\": \"亲属\"}");
        }
        own = reported(HERE, "本单位的一件", "DISPUTE", "[]", UNIT);
        other = reported(HERE, "本单位的另一件", "DISPUTE", "[]", UNIT);
        sha256 = List.of(own, foreign, sealed, recused).stream()
                .map(this::attached)
                .reduce((one, same) -> same)
                .orElseThrow();
        importId = imported();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> List.of(foreign, sealed, recused, own, other).stream()
                        .allMatch(id -> seen(id) == 3
                                || (id.equals(other) && seen(id) == 2)
                                || (id.equals(recused) && seen(id) > 3)));
        return List.of(foreign, sealed, recused);
    }

    /** How many facts the lists know of a case; the privacy officer of the demonstration may know of all. */
    private int seen(String caseId) {
        var answer = ask("privacy", "/api/cases/" + caseId, null);
        return answer.status() == 200
                ? JSON.readTree(answer.body()).get("version").asInt()
                : 0;
    }

    // ---- asking ----

    private void nobody(Rule rule) {
        var status = ask(null, path(rule, own), body(rule)).status();
        // an open form wants the token of its page, which nobody brings here
        var in = rule.open()
                ? rule.method().equals("POST") || (status != 401 && status != 403)
                : status == 401 || status == 302;
        note(in, rule, "nobody", "", status);
    }

    private void check(Rule rule, Role role, List<String> hidden) {
        var may = rule.roles().contains(role);
        var post = rule.method().equals("POST");
        var id = !rule.ofACase() ? own : post && may ? fresh() : own;
        var answer = ask(id(role), path(rule, id), body(rule));
        if (may) {
            var fine = answer.status() != 401
                    && answer.status() != 403
                    && (!rule.ofACase() || (answer.status() != 404 && answer.status() != 400));
            note(fine, rule, role.name(), "own", answer.status());
        } else {
            // who knows of no case at all is told so, or that there is none
            var known = Reach.of(role).compareTo(Reach.OWN_UNIT) >= 0;
            note(
                    answer.status() == 403 || (!known && answer.status() == 404),
                    rule,
                    role.name(),
                    "own",
                    answer.status());
        }
        silent(rule, role, answer);
        if (rule.ofACase()) {
            var known = Reach.of(role).compareTo(Reach.OWN_UNIT) >= 0;
            var none = ask(id(role), path(rule, UUID.randomUUID().toString()), body(rule));
            for (var foreign : known ? hidden : hidden.subList(0, 1)) {
                var no = ask(id(role), path(rule, foreign), body(rule));
                note(no.status() == 404 || no.status() == 403, rule, role.name(), "hidden", no.status());
                silent(rule, role, no);
                note(none.status() == no.status(), rule, role.name(), "unlike one that does not exist", no.status());
            }
        }
    }

    private void silent(Rule rule, Role role, Answer answer) {
        // the office above has no scope here: it gets all that is shared, and the accusation is not
        // (docs/decisions/0051)
        var copied = rule.path().equals("/api/federation/facts");
        for (var secret : copied ? SECRETS.subList(1, 2) : SECRETS.subList(0, 3)) {
            note(!answer.body().contains(secret), rule, role.name(), "tells of " + secret, answer.status());
        }
    }

    private void note(boolean fine, Rule rule, String who, String which, int status) {
        if (!fine) {
            wrong.add("%s as %s (%s): %d".formatted(rule.name(), who, which, status));
        }
    }

    /** A case of one's own that nothing was done with yet but the assignment. */
    private String fresh() {
        return reported(HERE, "本单位的又一件", "DISPUTE", "[]", UNIT);
    }

    private String reported(String place, String title, String kind, String accused, String unit) {
        var answer = ask("officer", "/api/cases", Requests.report(place, title, kind, accused));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        var id = JSON.readTree(answer.body()).get("caseId").asString();
        done("officer", "/api/cases/" + id + "/assignments", "{\"unit\": \"" + unit + "\"}");
        return id;
    }

    private void done(String who, String path, String body) {
        var answer = ask(who, path, body);
        assertThat(answer.status()).as(path + answer.body()).isEqualTo(200);
    }

    private String attached(String caseId) {
        var answer = ask("officer", "/api/cases/" + caseId + "/attachments", "FILE");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return HexFormat.of().formatHex(sha256("matrix".getBytes(StandardCharsets.UTF_8)));
    }

    private String imported() {
        var answer = ask("officer", "/api/imports", "LEDGER");
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return JSON.readTree(answer.body()).get("importId").asString();
    }

    private String path(Rule rule, String caseId) {
        var path = Requests.filled(rule.path())
                .replace("{id}", caseId)
                .replace("{caseId}", caseId)
                .replace("{sha256}", sha256)
                .replace("{importId}", importId);
        assertThat(path).doesNotContain("{");
        return path + Requests.QUERIES.getOrDefault(rule.name(), "");
    }

    private @Nullable String body(Rule rule) {
        if (!rule.method().equals("POST")) {
            return null;
        }
        if (rule.path().endsWith("/attachments") || rule.path().equals("/api/visits/bundles")) {
            return "FILE";
        }
        if (rule.path().contains("/uploads/")) {
            return "BYTES";
        }
        if (rule.path().equals("/api/imports") || rule.path().equals("/api/imports/preview")) {
            return "LEDGER";
        }
        var last = rule.path().replaceFirst("^/api/cases/\\{id}", "");
        return Requests.BODIES
                .getOrDefault(rule.ofACase() ? last : rule.name(), "{}")
                .replace("%o", other)
                .replace("%u", UUID.randomUUID().toString())
                .replace("%n", String.valueOf(made.incrementAndGet()))
                .replace("%s", Instant.now().minusSeconds(60).toString());
    }

    private Answer ask(@Nullable String who, String path, @Nullable String body) {
        try {
            var request = HttpRequest.newBuilder(
                            nodes.get(asked.getAndIncrement() % nodes.size()).apply(path))
                    .header("Accept", path.startsWith("/live/") ? "text/event-stream" : "*/*")
                    .header("Doorstep-Look-For", Requests.lookFor(SECRETS.get(1), HERE));
            if (who != null) {
                request.header("Authorization", basic(who));
            }
            var sent = http.send(
                    body == null
                            ? request.GET().build()
                            : Forms.post(request, body).build(),
                    BodyHandlers.ofInputStream());
            try (var stream = sent.body()) {
                var endless =
                        sent.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
                return new Answer(
                        sent.statusCode(), endless ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(path, failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String basic(String who) {
        var password = who.startsWith("m-") ? PASSWORD : "doorstep-demo";
        return "Basic " + Base64.getEncoder().encodeToString((who + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static String id(Role role) {
        return "m-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String read(String resource) {
        try (var stream =
                Objects.requireNonNull(AccessMatrixTest.class.getClassLoader().getResourceAsStream(resource))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
