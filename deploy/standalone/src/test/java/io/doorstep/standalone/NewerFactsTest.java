package io.doorstep.standalone;

import static io.doorstep.standalone.Running.basic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * 旧节点遇到新事实。 What a node does that meets a fact of a later version: it stops before it, says so, decides nothing about its case, and
 * everything is read by the version that knows it.
 */
class NewerFactsTest {

    private static final String ADMIN = basic("admin", "doorstep-demo");
    private static final String OFFICER = basic("officer", "doorstep-demo");
    private static final String KNOWN = "0190a9a4-6f6e-7cc3-98c4-dc0c0c073990";
    private static final String NEWER = "0190a9a4-6f6e-7cc3-98c4-dc0c0c073991";
    private static final String BEHIND = "0190a9a4-6f6e-7cc3-98c4-dc0c0c073992";
    private static final String REPORT = """
            {"caseId": "%s", "kind": "DISPUTE", "channel": "VISIT", "category": "020201", "place": "430525001201",
             "title": "宅基地界址争议", "petitioners": [{"name": "张某甲"}]}
            """;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void a_node_waits_before_a_fact_that_it_does_not_know_and_says_so(@TempDir Path data) {
        try (var old = office(data)) {
            report(old, KNOWN);
            shown(old, KNOWN);
            aFactOfALaterVersion(old.bean(JdbcClient.class));
            report(old, BEHIND);

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(advice(old)).contains("NEWER_FACTS"));
            assertThat(old.get("/operations", "Authorization", ADMIN).body())
                    .contains("请升级本节点")
                    .doesNotContain("??");
            assertThat(old.get("/api/lists/problems", "Authorization", OFFICER).body())
                    .contains(KNOWN);
            assertThat(old.get("/api/cases/" + BEHIND, "Authorization", OFFICER).statusCode())
                    .isEqualTo(404);
            assertThat(JSON.readTree(old.get("/api/dead-letters", "Authorization", ADMIN)
                                    .body())
                            .path("items")
                            .size())
                    .as("nothing is parked: it is nobody's fault")
                    .isZero();
            var refused = old.post("/api/cases/" + NEWER + "/notes", "{\"text\": \"记一笔\"}", "Authorization", OFFICER);
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);

            // the version that knows it, as far as this one can play it
            old.bean(JdbcClient.class)
                    .sql("update aggregate_event_entry set version = (select version from aggregate_event_entry"
                            + " where aggregate_identifier = ?) where aggregate_identifier = ?")
                    .params(KNOWN, NEWER)
                    .update();
        }
        try (var upgraded = office(data)) {
            shown(upgraded, NEWER);
            shown(upgraded, BEHIND);
            assertThat(advice(upgraded)).doesNotContain("NEWER_FACTS");
        }
    }

    private static Running office(Path data) {
        return Running.with(
                "--doorstep.data=" + data,
                "--spring.profiles.active=demo",
                "--doorstep.demo.year=false",
                // or else it is in the ledger before it is played
                "--doorstep.proof.every=PT1H");
    }

    private static void report(Running office, String caseId) {
        var answer = office.post("/api/cases", REPORT.formatted(caseId), "Authorization", OFFICER);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static void shown(Running office, String caseId) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(office.get("/api/cases/" + caseId, "Authorization", OFFICER)
                                .statusCode())
                        .isEqualTo(200));
    }

    private static void aFactOfALaterVersion(JdbcClient jdbc) {
        var payload = jdbc.sql("select payload from aggregate_event_entry where aggregate_identifier = ?")
                .param(KNOWN)
                .query((row, n) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .single();
        jdbc.sql("""
                        insert into aggregate_event_entry (identifier, type, version, timestamp, payload, metadata,
                               aggregate_type, aggregate_identifier, aggregate_sequence_number)
                        select 'of-a-later-version', type, '99', timestamp, ?, metadata, aggregate_type, ?, 0
                          from aggregate_event_entry where aggregate_identifier = ?
                        """)
                .params(payload.replace(KNOWN, NEWER).getBytes(StandardCharsets.UTF_8), NEWER, KNOWN)
                .update();
    }

    private static String advice(Running office) {
        return JSON.readTree(
                        office.get("/api/operations", "Authorization", ADMIN).body())
                .path("advice")
                .toString();
    }
}
