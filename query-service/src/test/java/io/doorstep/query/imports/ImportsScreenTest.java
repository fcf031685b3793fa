package io.doorstep.query.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.identity.Actor;
import io.doorstep.query.pages.Office;
import io.doorstep.terms.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 导入的网页。 */
class ImportsScreenTest {

    private static final String BOTH = "io.doorstep.testing.Databases#both";

    @ParameterizedTest
    @MethodSource(BOTH)
    void Imports_are_listed_with_what_became_of_their_rows(DataSource database) {
        try (var office = new Office(database)) {
            assertThat(page(office, "/imports")).contains("还没有导入过台账", "href=\"/imports/new\"");
            insert(office, "i-1", "DONE", false);
            insert(office, "i-2", "RUNNING", true);
            assertThat(page(office, "/imports")).contains("/imports/i-1", "/imports/i-2", "试导入", "进行中", "已完成");
            assertThat(Office.body(office.ask("/imports"))).contains("Import a ledger", "Under way", "dry run");

            office.as(Actor.of("boss", null, Role.SUPERVISOR));
            assertThat(page(office, "/imports")).doesNotContain("/imports/new");
            assertThat(office.ask("/imports/new").getStatus()).isEqualTo(403);
            office.as(Actor.of("handler", "u-1", Role.HANDLER));
            assertThat(office.ask("/imports").getStatus()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void A_running_import_asks_for_itself_until_it_is_done(DataSource database) {
        try (var office = new Office(database)) {
            insert(office, "i-1", "RUNNING", false);
            assertThat(page(office, "/imports/i-1"))
                    .contains("hx-get=\"/imports/i-1\"", "hx-trigger=\"every 1s\"", "max=\"1200\"", "value=\"900\"")
                    .doesNotContain("failed-rows", "/start");
            office.reading()
                    .jdbc()
                    .sql("update ledger_import set state = 'DONE'")
                    .update();
            assertThat(page(office, "/imports/i-1"))
                    .doesNotContain("hx-get=\"/imports/i-1\"")
                    .contains("/api/imports/i-1/failed-rows.xlsx", "/imports/new?like=i-1")
                    .doesNotContain("/start");
            office.as(Actor.of("boss", null, Role.SUPERVISOR));
            assertThat(page(office, "/imports/i-1")).doesNotContain("failed-rows", "like=");
            assertThat(office.ask("/imports/i-9").getStatus()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void A_dry_run_can_be_started_once_and_while_its_file_is_kept(DataSource database) {
        try (var office = new Office(database)) {
            insert(office, "i-1", "DONE", true);
            assertThat(page(office, "/imports/i-1"))
                    .contains("data-command=\"/api/imports/i-1/start\"", "正式导入（5 行有问题的除外）", "可以导入");
            office.reading()
                    .jdbc()
                    .sql("update ledger_import set started_as = 'i-2'")
                    .update();
            assertThat(page(office, "/imports/i-1"))
                    .doesNotContain("data-command=\"/api/imports/i-1/start\"")
                    .contains("/imports/i-2");
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void Problems_are_counted_by_kind_and_listed_page_by_page(DataSource database) {
        try (var office = new Office(database)) {
            insert(office, "i-1", "DONE", false);
            for (var line = 2; line < 122; line++) {
                office.reading().jdbc().sql("""
                                insert into ledger_import_problem
                                    (import_id, line, ordinal, field, code, arguments, severity)
                                values ('i-1', ?, 0, 'title', 'TOO_LONG', '[120]', 'ERROR')
                                """).param(line).update();
            }
            var whole = page(office, "/imports/i-1");
            assertThat(whole).contains("<b>120</b>", "标题：不能超过 120 个字。", "首见第 2 行");
            assertThat(rows(whole)).isEqualTo(50);
            var next = page(office, "/imports/i-1/problems?after=51.0");
            assertThat(rows(next)).isEqualTo(50);
            assertThat(next).contains("after=101.0").doesNotContain("<html");
            assertThat(page(office, "/imports/i-1/problems?after=101.0")).doesNotContain("id=\"more\"");
            assertThat(office.ask("/imports/i-1/problems?after=x").getStatus()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void The_wizard_brings_every_word_and_every_constant_along(DataSource database) {
        try (var office = new Office(database)) {
            for (var language : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
                var page = Office.body(office.ask(language, "/imports/new"));
                assertThat(page)
                        .contains(
                                "data-constants=\"kind\"",
                                "data-constants=\"channel\"",
                                "data-constants=\"outcome\"",
                                "data-constants=\"result\"",
                                "value=\"NO_MEETING_WEEK\"",
                                "data-reference=\"places\"",
                                "data-choose=\"/choose/officers\"",
                                "data-word=\"whenBlank\"",
                                "/assets/imports.js")
                        .doesNotContain("??", "style=");
            }
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void No_word_that_the_script_says_is_missing(DataSource database) throws IOException {
        try (var office = new Office(database)) {
            var page = page(office, "/imports/new");
            for (var script : List.of("imports.js", "imports-controls.js")) {
                var said = Pattern.compile("say\\((?:\\w+\\.\\w+ \\? )?'([\\w.]+)'(?: : '([\\w.]+)')?")
                        .matcher(Files.readString(Path.of("src/main/resources/static/assets", script)));
                while (said.find()) {
                    assertThat(page).contains("data-word=\"" + said.group(1) + "\"");
                    if (said.group(2) != null) {
                        assertThat(page).contains("data-word=\"" + said.group(2) + "\"");
                    }
                }
            }
        }
    }

    private static String page(Office office, String address) {
        return Office.body(office.ask(Locale.SIMPLIFIED_CHINESE, address));
    }

    private static long rows(String page) {
        return Pattern.compile("<th scope=\"row\" class=\"num\">")
                .matcher(page)
                .results()
                .count();
    }

    private static void insert(Office office, String id, String state, boolean dryRun) {
        office.reading().jdbc().sql("""
                        insert into ledger_import
                            (import_id, source, content_hash, state, rows_total, rows_read, done, skipped, failed, warned,
                             next_line, busy_millis, requested_by, requested_roles, requested_at, kept_until, dry_run)
                        values (?, '登记簿', 'h', ?, 1200, 900, 895, 0, 5, 0, 10, 500, 'officer', '',
                             timestamp with time zone '2026-03-02 09:00:00+08:00',
                             timestamp with time zone '2026-03-16 09:00:00+08:00', ?)
                        """).params(id, state, dryRun).update();
    }
}
