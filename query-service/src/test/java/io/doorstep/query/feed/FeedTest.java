package io.doorstep.query.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.doorstep.events.cases.OfficerRecused;
import io.doorstep.identity.Actor;
import io.doorstep.identity.SignedIn;
import io.doorstep.query.asof.Life;
import io.doorstep.query.asof.RandomLife;
import io.doorstep.query.testing.ReadingSide;
import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import io.doorstep.vault.Vault;
import io.doorstep.web.Malformed;
import io.doorstep.web.Named;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 事实流。 */
class FeedTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Actor OFFICER = Actor.of("platform", null, Role.PETITION_OFFICER);
    private static final String[] QUICK = {
        "doorstep.proof.every=PT0.05S", "doorstep.proof.first-check-after=PT1H", "doorstep.feed.source=/county"
    };

    @Test
    void who_follows_while_two_write_on_h2_hears_every_fact_once_and_in_order() throws Exception {
        followed(Databases.h2Url(), "lock");
    }

    /** On a server of its own: with this order of appending, an open transaction of anybody else there keeps readers waiting. */
    @Test
    void who_follows_while_two_write_on_postgresql_hears_every_fact_once_and_in_order() throws Exception {
        try (var server = EmbeddedPostgres.start()) {
            followed(server.getJdbcUrl("postgres", "postgres"), "horizon");
        }
    }

    private static void followed(String url, String order) throws Exception {
        var settings = Stream.concat(Stream.of(QUICK), Stream.of("doorstep.store.append-order=" + order));
        try (var node = ReadingSide.on(url, settings.toArray(String[]::new))) {
            var writers = Executors.newFixedThreadPool(2);
            var heard = new ArrayList<String>();
            try {
                var writing = IntStream.range(0, 2)
                        .<Future<?>>mapToObj(writer -> writers.submit(() -> IntStream.range(0, 40)
                                .forEach(n -> node.publish(RandomLife.of("w" + writer + "-" + n, 100L * writer + n)))))
                        .toList();
                var reader = new Reader(node, OFFICER);
                await().atMost(Duration.ofSeconds(90))
                        .pollInterval(Duration.ofMillis(20))
                        .untilAsserted(() -> {
                            reader.next(37)
                                    .forEach(event -> heard.add(event.get("id").stringValue()));
                            assertThat(writing).allMatch(Future::isDone);
                            assertThat(heard.size())
                                    .as(
                                            "of %d facts, of which %d are chained and %d read",
                                            count(node, "aggregate_event_entry"),
                                            count(node, "fact_ledger"),
                                            count(node, "fact"))
                                    .isEqualTo(count(node, "aggregate_event_entry"));
                        });
                for (var each : writing) {
                    each.get();
                }
                assertThat(reader.next(37)).isEmpty();
            } finally {
                writers.shutdown();
            }
            assertThat(heard).isEqualTo(facts(node));
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.query.testing.ReadingSide#databases")
    void an_event_says_what_the_fact_says_but_no_sealed_word(String url) {
        try (var node = ReadingSide.on(url, QUICK).publish(new Life("c1").untilClosedOut())) {
            var reader = new Reader(node, OFFICER);
            var events = new ArrayList<JsonNode>();
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                events.addAll(reader.next(200));
                return events.size() == 7;
            });
            var first = events.get(0);
            assertThat(first.get("specversion").stringValue()).isEqualTo("1.0");
            assertThat(first.get("type").stringValue()).isEqualTo("io.doorstep.CaseReported");
            assertThat(first.get("source").stringValue()).isEqualTo("/county");
            assertThat(first.get("subject").stringValue()).isEqualTo("c1");
            assertThat(first.get("time").stringValue()).isEqualTo(Life.day(0).toString());
            assertThat(first.get("data").get("number").intValue()).isZero();
            assertThat(first.get("data").get("payload").get("statement"))
                    .isEqualTo(JSON.readTree("{\"sealed\": true}"));
            assertThat(events.toString()).doesNotContain(Life.WORDS.k(), Life.WORDS.c(), "position");
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.query.testing.ReadingSide#databases")
    void what_is_not_for_the_reader_leaves_no_trace_and_what_he_may_no_longer_know_ends(String url) {
        try (var node = ReadingSide.on(url, QUICK)) {
            var accused = new Life("sealed");
            accused.on(0, accused.reported(0, "ACCUSATION", List.of("u-town")));
            node.publish(accused).publish(new Life("open").untilClosedOut());
            var all = new Reader(node, OFFICER);
            await().atMost(Duration.ofSeconds(30)).until(() -> facts(node).size() == 8 && all.heard(200) == 8);

            var handler = new Reader(node, Actor.of("clerk", "u-town", Role.PETITION_OFFICER));
            assertThat(handler.next(1)).hasSize(1);
            assertThat(handler.next(200))
                    .hasSize(6)
                    .allSatisfy(event ->
                            assertThat(event.get("subject").stringValue()).isEqualTo("open"));
            var cursor = handler.cursor;
            assertThat(handler.next(200)).isEmpty();
            assertThat(handler.cursor)
                    .as("says nothing by being the same or another")
                    .isNotEqualTo(cursor);

            var recused = new Life("open").untilClosedOut();
            var before = recused.facts().size();
            recused.on(9, new OfficerRecused("open", Life.day(9), "clerk", Life.WORDS));
            node.publish(recused, before);
            await().atMost(Duration.ofSeconds(30)).until(() -> all.heard(200) == 9);
            assertThat(handler.next(200)).isEmpty();
            assertThat(new Reader(node, handler.who).next(200)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.query.testing.ReadingSide#databases")
    void who_waits_is_answered_when_there_is_something_or_his_time_is_over(String url) {
        try (var node = ReadingSide.on(url, QUICK).publish(new Life("c1").untilClosedOut())) {
            var reader = new Reader(node, OFFICER);
            await().atMost(Duration.ofSeconds(30)).until(() -> reader.heard(200) == 7);
            var waiting = as(
                    OFFICER,
                    () -> node.bean(FeedPage.class).nextOrWait(parameters("after", reader.cursor, "wait", "30")));
            assertThat(waiting.hasResult()).isFalse();
            node.publish(new Life("c2").untilClosedOut());
            await().atMost(Duration.ofSeconds(20)).until(waiting::hasResult);
            var answer = (ResponseEntity<?>) Objects.requireNonNull(waiting.getResult());
            assertThat(answer.getHeaders().getFirst("Link")).contains("after=", "wait=30", "rel=\"next\"");
            assertThat(JSON.readTree(String.valueOf(answer.getBody()))).isNotEmpty();

            assertThat(as(OFFICER, () -> node.bean(FeedPage.class).nextOrWait(parameters("wait", "0")))
                            .hasResult())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.query.testing.ReadingSide#databases")
    void wrong_questions_are_refused_by_name(String url) {
        try (var node = ReadingSide.on(url, QUICK).publish(new Life("c1").untilClosedOut())) {
            var reader = new Reader(node, OFFICER);
            await().atMost(Duration.ofSeconds(30)).until(() -> reader.heard(200) == 7);
            var page = node.bean(FeedPage.class);
            for (var wrong : List.of(
                    parameters("after", "nonsense"),
                    parameters("after", "%%%"),
                    parameters("after", reader.cursor.substring(2)),
                    parameters("most", "1001"),
                    parameters("most", "many"),
                    parameters("before", "x"))) {
                assertThatThrownBy(() -> as(OFFICER, () -> page.next(wrong)))
                        .as("%s", wrong)
                        .isInstanceOf(Malformed.class);
            }
            var statistician = Actor.of("counts", null, Role.STATISTICIAN);
            assertThatThrownBy(() -> as(statistician, () -> page.next(parameters())))
                    .isInstanceOfSatisfying(
                            Named.class, no -> assertThat(no.code()).isEqualTo("ROLE_MAY_NOT"));

            // as from an office that was there before an older backup was restored
            var elsewhere = ByteBuffer.allocate(16).putLong(3).putLong(42).array();
            reader.cursor = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(node.bean(Vault.class).veil("feed.cursor", elsewhere));
            assertThatThrownBy(() -> reader.next(1))
                    .isInstanceOfSatisfying(
                            Named.class, no -> assertThat(no.code()).isEqualTo("CURSOR_OF_ANOTHER_HISTORY"));
        }
    }

    private static int count(ReadingSide node, String table) {
        return node.jdbc()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    /** Of those that are chained already. */
    private static List<String> facts(ReadingSide node) {
        return node.jdbc()
                .sql("select e.identifier from fact_ledger l join aggregate_event_entry e"
                        + " on e.global_index = l.global_index order by l.position")
                .query(String.class)
                .list();
    }

    private static MultiValueMap<String, String> parameters(String... pairs) {
        var all = new LinkedMultiValueMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) {
            all.add(pairs[i], pairs[i + 1]);
        }
        return all;
    }

    private interface Asking<T> {
        T ask();
    }

    private static <T> T as(Actor who, Asking<T> asking) {
        var principal = (SignedIn) () -> who;
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(principal, ""));
        try {
            return asking.ask();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** A program that keeps the cursor of its last answer. */
    private static final class Reader {
        final ReadingSide node;
        final Actor who;
        String cursor = "";
        private int sum;

        Reader(ReadingSide node, Actor who) {
            this.node = node;
            this.who = who;
        }

        List<JsonNode> next(int most) {
            var answer = as(
                    who,
                    () -> node.bean(FeedPage.class).next(parameters("after", cursor, "most", String.valueOf(most))));
            cursor = String.valueOf(answer.getHeaders().getFirst("Feed-Cursor"));
            assertThat(String.valueOf(answer.getHeaders().getContentType()))
                    .startsWith("application/cloudevents-batch+json");
            return List.copyOf(JSON.readTree(String.valueOf(answer.getBody())).values());
        }

        int heard(int most) {
            sum += next(most).size();
            return sum;
        }
    }
}
