package io.doorstep.query.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.access.AccessLog;
import io.doorstep.access.AccessLogRetention;
import io.doorstep.erasure.Erasure;
import io.doorstep.erasure.ErasureGround;
import io.doorstep.erasure.Erasures;
import io.doorstep.identity.Actor;
import io.doorstep.query.asof.Life;
import io.doorstep.store.Engine;
import io.doorstep.terms.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 查阅记录与删除请求的页面。 */
class AccessLogPagesTest {

    private static final Actor OFFICER = Actor.of("officer", "u-bureau", Role.PETITION_OFFICER);
    private static final Actor SUPERVISOR = Actor.of("supervisor", "u-bureau", Role.SUPERVISOR);
    private static final Actor ACCUSED = Actor.of("accused", "u-accused", Role.SUPERVISOR);
    private static final Actor PRIVACY = Actor.of("privacy", "u-bureau", Role.PRIVACY_OFFICER);

    private static Office office(DataSource database) {
        var sealed = new Life("c2");
        return new Office(database)
                .read(new Life("c1").untilClosedOut())
                .read(sealed.on(1, sealed.reported(1, "ACCUSATION", List.of("u-accused"))));
    }

    private static AccessLog log(Office office, Instant at) {
        return new AccessLog(office.reading().jdbc(), Clock.fixed(at, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void supervisors_read_who_read_and_nothing_of_cases_that_are_sealed_from_them(DataSource database) {
        try (var office = office(database)) {
            log(office, Life.day(3)).add(OFFICER, "c1", "TEXTS", "CASE_SCREEN");
            log(office, Life.day(4)).add(OFFICER, "c2", "PETITIONERS", "CASE_SCREEN");
            log(office, Life.day(5)).add(PRIVACY, "c1", "FILES", "FILE");

            office.as(OFFICER);
            assertThat(office.ask("/api/access-log").getStatus()).isEqualTo(403);
            assertThat(office.browse(Locale.ENGLISH, "/access-log").getStatus()).isEqualTo(403);
            assertThat(office.browse(Locale.ENGLISH, "/cases/c1/access-report").getStatus())
                    .isEqualTo(403);

            office.as(SUPERVISOR);
            var all = office.json("/api/access-log");
            assertThat(all.get("items").size()).isEqualTo(3);
            assertThat(all.get("items").get(0).get("actor").stringValue()).isEqualTo("privacy");
            var first = office.json("/api/access-log?size=2");
            assertThat(first.get("items").size()).isEqualTo(2);
            var second = office.json(
                    "/api/access-log?size=2&before={id}", first.get("next").longValue());
            assertThat(second.get("items").size()).isEqualTo(1);
            assertThat(second.get("next")).isNull();
            assertThat(office.json("/api/access-log?who=privacy").get("items").size())
                    .isEqualTo(1);
            assertThat(office.json("/api/access-log?what=PETITIONERS")
                            .get("items")
                            .size())
                    .isEqualTo(1);
            assertThat(office.json("/api/access-log?purpose=FILE").get("items").size())
                    .isEqualTo(1);
            assertThat(office.json("/api/access-log?case=c1").get("items").size())
                    .isEqualTo(2);
            var number = all.get("items").get(0).get("number").stringValue();
            assertThat(office.json("/api/access-log?case={number}", number)
                            .get("items")
                            .size())
                    .isEqualTo(2);
            assertThat(office.json("/api/access-log?from=2099-01-01")
                            .get("items")
                            .size())
                    .isZero();
            assertThat(office.ask("/api/access-log?colour=red").getStatus()).isEqualTo(400);
            assertThat(office.ask("/api/access-log?what=EVERYTHING").getStatus())
                    .isEqualTo(400);
            assertThat(Office.body(office.ask("/api/access-log.csv")).lines()).hasSize(4);
            for (var language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                var page = office.browse(language, "/access-log?what=TEXTS");
                assertThat(page.getStatus()).as(Office.body(page)).isEqualTo(200);
                assertThat(Office.body(page)).doesNotContain("??");
            }

            office.as(Actor.of("auditor", "u-accused", Role.AUDITOR));
            var audited = Office.body(office.ask("/api/access-log"));
            assertThat(audited)
                    .contains("\"caseId\":\"c2\"")
                    .doesNotContain("宅基地")
                    .doesNotContain("430525-2026");
            assertThat(office.json("/api/access-log?case=c2").get("items").size())
                    .isEqualTo(1);
            assertThat(office.browse(Locale.ENGLISH, "/access-log").getStatus()).isEqualTo(200);

            office.as(ACCUSED);
            assertThat(office.json("/api/access-log").get("items").size()).isEqualTo(2);
            assertThat(Office.body(office.ask("/api/access-log.csv"))).doesNotContain("c2");
            assertThat(office.json("/api/access-log?case=c2").get("items").size())
                    .isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_person_is_told_roles_and_units_and_that_is_on_record(DataSource database) {
        try (var office = office(database)) {
            log(office, Life.day(3)).add(OFFICER, "c1", "TEXTS", "CASE_SCREEN");
            log(office, Life.day(3).plusSeconds(60)).add(OFFICER, "c1", "TEXTS", "CASE_SCREEN");
            office.as(PRIVACY);
            var page = Office.body(office.browse(Locale.ENGLISH, "/cases/c1/access-report"));
            assertThat(page)
                    .contains("Petition officer")
                    .contains("Statement and notes")
                    .contains("<td class=\"num\">2</td>")
                    .doesNotContain("??");
            var paper = office.browse(Locale.ENGLISH, "/cases/c1/access-report.pdf");
            assertThat(paper.getContentType()).isEqualTo("application/pdf");
            assertThat(office.json("/api/access-log?purpose=ACCESS_REPORT")
                            .get("items")
                            .size())
                    .isEqualTo(2);
            assertThat(office.browse(Locale.ENGLISH, "/cases/nothing/access-report")
                            .getStatus())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void the_log_only_grows_until_its_time_is_over(DataSource database) {
        try (var office = office(database)) {
            var jdbc = office.reading().jdbc();
            var now = Life.day(30);
            var years = Duration.ofDays(366 * 3);
            log(office, now.minus(years)).add(OFFICER, "c1", "TEXTS", "CASE_SCREEN");
            log(office, now.minus(years).plusSeconds(5)).add(OFFICER, "c1", "FILES", "FILE");
            log(office, now.minusSeconds(5)).add(OFFICER, "c1", "TEXTS", "CASE_SCREEN");

            assertThatThrownBy(
                    () -> jdbc.sql("update access_log set actor = 'nobody'").update());
            assertThatThrownBy(() -> jdbc.sql("delete from access_log").update());
            var retention = new AccessLogRetention(
                    jdbc,
                    Engine.of(database),
                    Clock.fixed(now, ZoneOffset.UTC),
                    new TransactionTemplate(
                            new JdbcTransactionManager(office.reading().database())),
                    3);
            assertThat(retention.expire()).isEqualTo(2);
            assertThat(retention.expire()).as("once is enough").isZero();
            assertThat(jdbc.sql("select count(*) from access_log")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
            assertThat(jdbc.sql("select entries from access_log_expiry")
                            .query(Long.class)
                            .list())
                    .containsExactly(2L);
            // it was allowed to the retention only
            assertThatThrownBy(() -> jdbc.sql("delete from access_log").update());
            assertThatThrownBy(() -> jdbc.sql("delete from access_log_expiry").update());
            office.as(PRIVACY);
            assertThat(Office.body(office.browse(Locale.ENGLISH, "/cases/c1/access-report")))
                    .contains("as long as they had to be");
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void requests_to_erase_wait_for_those_who_may_agree(DataSource database) {
        try (var office = office(database)) {
            var erasures = new Erasures(office.reading().jdbc(), Clock.systemUTC());
            var open = erasures.request(
                    OFFICER, "c1", 1, ErasureGround.PURPOSE_ACHIEVED, List.of(new Erasure.Subject("c1", "p1")));
            var sealed = erasures.request(
                    OFFICER, "c2", 1, ErasureGround.UNLAWFUL, List.of(new Erasure.Subject("c2", "p2")));
            erasures.approve(SUPERVISOR, open);

            office.as(OFFICER);
            assertThat(office.browse(Locale.ENGLISH, "/privacy").getStatus()).isEqualTo(403);
            assertThat(office.ask("/api/erasures").getStatus()).isEqualTo(403);

            office.as(PRIVACY);
            var requests = office.json("/api/erasures").get("open");
            assertThat(requests.size()).isEqualTo(2);
            assertThat(requests.get(0).get("whyNot").isNull()).isTrue();
            for (var language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                var page = office.browse(language, "/privacy");
                assertThat(page.getStatus()).as(Office.body(page)).isEqualTo(200);
                assertThat(Office.body(page)).contains(open).contains(sealed).doesNotContain("??");
            }
            office.as(SUPERVISOR);
            assertThat(office.json("/api/erasures")
                            .get("open")
                            .get(0)
                            .get("whyNot")
                            .stringValue())
                    .isEqualTo("APPROVED_ALREADY");
            office.as(ACCUSED);
            assertThat(office.json("/api/erasures").get("open").size())
                    .as("that there is such a case, its accused do not learn here")
                    .isEqualTo(1);

            erasures.refuse(PRIVACY, open, io.doorstep.erasure.ErasureRefusal.STILL_NEEDED);
            office.as(PRIVACY);
            assertThat(Office.body(office.browse(Locale.ENGLISH, "/privacy"))).contains("still being handled");
            assertThat(Office.body(office.browse(Locale.ENGLISH, "/cases/c1"))).contains("was refused");
        }
    }
}
