package io.doorstep.standalone;

import static io.doorstep.standalone.Running.basic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.doorstep.standalone.status.Status;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** 看得见的产品。 What an operator sees of a running product: page, metrics, and one id from the answer to the fact. */
@ExtendWith(OutputCaptureExtension.class)
class ObservedTest {

    private static final String ADMIN = basic("admin", "doorstep-demo");
    private static final String OFFICER = basic("officer", "doorstep-demo");
    private static final String NAME = "欧阳某某";
    private static final String CASE = "0190a9a4-6f6e-7cc3-98c4-dc0c0c073990";
    private static final String REPORT = """
            {"caseId": "%s", "kind": "DISPUTE", "channel": "VISIT", "category": "020201", "place": "430525001201",
             "title": "宅基地界址争议", "petitioners": [{"name": "%s"}]}
            """.formatted(CASE, NAME);
    private static final Pattern METRIC = Pattern.compile("\\b(?:doorstep|http|jvm|hikaricp|process)_[a-z_]+\\b");
    private static final Path FILES = Path.of("..", "observability");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Running office;

    @BeforeAll
    static void start(@TempDir Path data) {
        office = Running.with(
                "--doorstep.data=" + data,
                "--doorstep.node=county-1",
                "--spring.profiles.active=demo",
                "--doorstep.demo.year=false",
                "--logging.structured.format.console=ecs",
                "--logging.level.io.doorstep.command.dispatch=DEBUG");
    }

    @AfterAll
    static void stop() {
        office.close();
    }

    @Test
    void one_id_stands_in_the_answer_the_log_and_the_fact_and_nobody_can_choose_it(CapturedOutput log) {
        var chosen = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        var answer = office.post(
                "/api/cases", REPORT, "Authorization", OFFICER, "traceparent", chosen, "Doorstep-Trace", "chosen");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var trace = trace(answer);
        assertThat(trace).matches("[0-9a-f]{32}").doesNotContain("4bf92f3577b34da6");

        var lines = log.getOut().lines().filter(line -> line.contains(trace)).toList();
        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(JSON.readTree(line).isObject()).isTrue());
        assertThat(lines).anyMatch(line -> line.contains("DONE"));
        assertThat(log.getAll()).doesNotContain(NAME).doesNotContain("宅基地界址争议");

        var facts = office.bean(JdbcClient.class)
                .sql("select metadata from aggregate_event_entry where aggregate_identifier = ?")
                .param(CASE)
                .query((row, n) -> JSON.readTree(row.getBytes(1)))
                .list();
        assertThat(facts)
                .isNotEmpty()
                .allSatisfy(metadata ->
                        assertThat(metadata.path("traceId").asString()).isEqualTo(trace));
    }

    @Test
    void every_no_tells_its_id_and_two_requests_never_share_one() {
        var first = office.post("/api/cases", "{}", "Authorization", OFFICER);
        var second = office.post("/api/cases", "{}", "Authorization", OFFICER);
        assertThat(first.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(first.body()).path("trace").asString()).isEqualTo(trace(first));
        assertThat(trace(first)).isNotEqualTo(trace(second));
        var stranger = office.get("/api/units");
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(JSON.readTree(stranger.body()).path("trace").asString()).isEqualTo(trace(stranger));
    }

    @Test
    void every_metric_that_the_dashboard_and_the_alerts_ask_for_is_there() throws Exception {
        office.post("/api/cases", REPORT.replace("3990", "3991"), "Authorization", OFFICER);
        var asked = new TreeSet<String>();
        var rules = Files.readString(FILES.resolve("alerts.yaml"))
                .lines()
                .filter(line -> line.contains("expr:"))
                .collect(Collectors.joining("\n"));
        METRIC.matcher(rules).results().forEach(found -> asked.add(found.group()));
        var rulesAsk = asked.size();
        JSON.readTree(FILES.resolve("dashboard.json").toFile())
                .findValues("expr")
                .forEach(expression ->
                        METRIC.matcher(expression.asString()).results().forEach(found -> asked.add(found.group())));
        assertThat(rulesAsk).isGreaterThan(9);
        assertThat(asked.size()).isGreaterThan(rulesAsk);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(exported()).containsAll(asked));
    }

    @Test
    void the_page_of_operations_reads_in_both_languages() {
        assertThat(office.get("/operations", "Authorization", ADMIN).body())
                .contains("运行状况", "county-1", "命令、查询", "没有死信")
                .doesNotContain("??");
        assertThat(office.get("/operations", "Authorization", ADMIN, "Accept-Language", "en")
                        .body())
                .contains("Operations", "Commands, Queries")
                .doesNotContain("??");
        var state = JSON.readTree(
                office.get("/api/operations", "Authorization", ADMIN).body());
        assertThat(state.path("nodes").path(0).path("services").path(0).asString())
                .isEqualTo("command");
        assertThat(state.path("readers").path(0).path("segments").size()).isEqualTo(4);
    }

    @Test
    void promtool_finds_the_rules_right() throws Exception {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":", -1))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool"))),
                "promtool is not installed (Debian package prometheus): the rules are not tested");
        for (var check : List.of(
                List.of("promtool", "check", "rules", "alerts.yaml"),
                List.of("promtool", "check", "config", "--syntax-only", "prometheus.yaml"),
                List.of("promtool", "test", "rules", "alerts-test.yaml"))) {
            var run = new ProcessBuilder(check)
                    .directory(FILES.toFile())
                    .redirectErrorStream(true)
                    .start();
            var said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(run.waitFor()).as("%s: %s", check, said).isZero();
        }
    }

    @Test
    void a_machine_without_a_browser_asks_by_a_command(@TempDir Path folder) throws Exception {
        var issued = office.post(
                "/api/tokens", "{\"name\": \"status\", \"days\": 1, \"scopes\": [\"READ\"]}", "Authorization", ADMIN);
        assertThat(issued.statusCode()).as(issued.body()).isEqualTo(201);
        var token = Files.writeString(
                folder.resolve("token"),
                JSON.readTree(issued.body()).path("token").asString() + "\n");
        var url = "--url=" + office.address("/");

        var said = new ByteArrayOutputStream();
        var code = Status.run(
                new PrintStream(said, true, StandardCharsets.UTF_8), Map.of(), "status", url, "--token-file=" + token);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("county-1", "磁盘余量", "— 最近备份", "没有备份");
        assertThat(code).isBetween(0, 1);

        assertThat(Status.run(new PrintStream(said), Map.of("DOORSTEP_TOKEN", "wrong"), "status", url))
                .isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("HTTP 401");
    }

    private static Set<String> exported() {
        return office.get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst("[{ ].*", ""))
                .collect(Collectors.toSet());
    }

    private static String trace(HttpResponse<String> answer) {
        return answer.headers().firstValue("Doorstep-Trace").orElse("");
    }
}
