package io.doorstep.standalone.traces;

import static io.doorstep.standalone.Running.basic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.doorstep.standalone.Running;
import io.doorstep.standalone.traces.Collector.Received;
import io.doorstep.traces.Spans;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;

/** 链路追踪。 One trace from the request over the command to the reading of its fact, with the id of the answer, and no word about a person. */
class TracesTest {

    private static final String OFFICER = basic("officer", "doorstep-demo");
    private static final String NAME = "欧阳某某";
    private static final String TITLE = "宅基地界址争议";
    private static final String CASE = "0190a9a4-6f6e-7cc3-98c4-dc0c0c073990";
    private static final String REPORT = """
            {"caseId": "%s", "kind": "DISPUTE", "channel": "VISIT", "category": "020201", "place": "430525001201",
             "title": "%s", "petitioners": [{"name": "%s"}]}
            """.formatted(CASE, TITLE, NAME);
    private static final int USUAL_PORT_OF_COLLECTORS = 4318;

    @TempDir
    Path data;

    private Running office(String... more) {
        var settings = new ArrayList<>(List.of(
                "--doorstep.data=" + data,
                "--doorstep.node=county-1",
                "--spring.profiles.active=demo",
                "--doorstep.demo.year=false"));
        settings.addAll(List.of(more));
        return Running.with(settings.toArray(String[]::new));
    }

    @Test
    void a_request_its_command_and_the_reading_of_its_fact_are_one_trace_with_the_id_of_the_answer() {
        try (var collector = new Collector()) {
            String trace;
            String refused;
            try (var office = office("--doorstep.traces.endpoint=" + collector.address())) {
                var answer = office.post(
                        "/api/cases?trick=" + CASE,
                        REPORT,
                        "Authorization",
                        OFFICER,
                        "traceparent",
                        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                trace = answer.headers().firstValue("Doorstep-Trace").orElseThrow();
                refused = office.post("/api/cases", REPORT.replace(TITLE, TITLE + "二"), "Authorization", OFFICER)
                        .headers()
                        .firstValue("Doorstep-Trace")
                        .orElseThrow();
                office.get("/problems?q=" + TITLE.charAt(0), "Authorization", OFFICER);
                office.get("/cases/" + CASE + "?version=0", "Authorization", OFFICER);
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> of(collector, trace).size() == 3);
            }

            var spans = of(collector, trace);
            var request = named(spans, "POST /api/cases");
            var command = named(spans, "ReportCase");
            var reading = named(spans, "read CaseReported");
            assertThat(request.parent()).isEmpty();
            assertThat(List.of(command, reading)).extracting(Received::parent).containsOnly(request.id());
            assertThat(request.words())
                    .containsOnlyKeys("http.request.method", "http.route", "http.response.status_code")
                    .containsEntry("http.response.status_code", "201");
            assertThat(reading.words()).containsOnlyKeys("doorstep.reader");
            assertThat(collector.process())
                    .containsEntry("service.name", "doorstep")
                    .containsEntry("service.instance.id", "county-1");

            assertThat(of(collector, refused))
                    .as("with others, which is rolled back without a reason of its own, and then alone")
                    .filteredOn(span -> span.name().equals("ReportCase"))
                    .extracting(Received::words)
                    .containsExactly(Map.of(), Map.of("doorstep.refusal", "SAME_ID_OTHER_CONTENT"));
            assertThat(collector.spans()).anyMatch(span -> span.name().equals("GET /cases/{id}"));

            assertThat(collector.raw())
                    .contains("ReportCase")
                    .doesNotContain(NAME)
                    .doesNotContain(TITLE)
                    .doesNotContain("officer")
                    .doesNotContain("trick")
                    .doesNotContain(CASE)
                    .doesNotContain("4bf92f3577b34da6");
        }
    }

    @Test
    void without_a_collector_named_nothing_is_there_that_could_send() throws IOException {
        // of another test's office one may still be ending
        var before = Thread.getAllStackTraces().keySet();
        try (var usual = new ServerSocket(USUAL_PORT_OF_COLLECTORS, 1, InetAddress.getLoopbackAddress());
                var office = office()) {
            assertThat(office.post("/api/cases", REPORT, "Authorization", OFFICER)
                            .statusCode())
                    .isEqualTo(201);
            assertThatThrownBy(() -> office.bean(Spans.class)).isInstanceOf(NoSuchBeanDefinitionException.class);
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> !before.contains(thread))
                    .noneMatch(thread -> thread.getName().startsWith("BatchSpanProcessor"));
            // the exporter of spans would send after five seconds at the latest
            usual.setSoTimeout(6_000);
            assertThatThrownBy(usual::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void a_collector_that_is_away_is_no_reason_to_work_less() {
        try (var office = office("--doorstep.traces.endpoint=http://localhost:9/v1/traces")) {
            assertThat(office.post("/api/cases", REPORT, "Authorization", OFFICER)
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void what_is_no_address_is_refused_with_what_would_be_right() {
        assertThatThrownBy(() -> Spans.sentTo("localhost:4318", 1, "1", "n"))
                .hasMessageContaining("doorstep.traces.endpoint")
                .hasMessageContaining("http://localhost:4318/v1/traces");
        assertThatThrownBy(() -> Spans.sentTo("http://localhost:4318/v1/traces", 2, "1", "n"))
                .hasMessageContaining("doorstep.traces.share");
    }

    private static List<Received> of(Collector collector, String trace) {
        return collector.spans().stream()
                .filter(span -> span.trace().equals(trace))
                .toList();
    }

    private static Received named(List<Received> spans, String name) {
        return spans.stream()
                .filter(span -> span.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
