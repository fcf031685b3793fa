package io.doorstep.query.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.doorstep.identity.Actor;
import io.doorstep.identity.SignedIn;
import io.doorstep.nodes.RunningNode;
import io.doorstep.query.asof.CaseProjection;
import io.doorstep.query.asof.FactTable;
import io.doorstep.query.asof.Life;
import io.doorstep.query.asof.Watermark.SegmentMark;
import io.doorstep.query.completeness.CompletenessCheck;
import io.doorstep.query.testing.ReadingSide;
import io.doorstep.terms.Role;
import io.doorstep.web.Named;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** 运行全貌。 */
class OperationsTest {

    @AfterEach
    void sign_out() {
        SecurityContextHolder.clearContext();
    }

    /** A good one three days ago, and one since then that failed. */
    private static void backups(ReadingSide node) {
        node.jdbc().sql("""
                insert into backup_run (run_id, state, node, begun_at, alive_at, ended_at, name, facts_bytes, keys_bytes, rows_kept, failure)
                values ('good', 'DONE', 'one', current_timestamp - interval '73' hour, current_timestamp, current_timestamp, 'n', 200, 100, 1, null),
                       ('bad', 'FAILED', 'one', current_timestamp - interval '1' hour, current_timestamp, current_timestamp, null, null, null, null, 'NOT_WRITTEN')
                """).update();
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.query.testing.ReadingSide#databases")
    void the_page_tells_nodes_reading_ledger_and_storage_and_what_is_not_well(String url) {
        signIn(Role.ADMINISTRATOR);
        try (var node = ReadingSide.on(url, "doorstep.node=one", "doorstep.version=1.2")) {
            var page = node.bean(OperationsPage.class);
            node.publish(new Life("sound").untilClosedOut());
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> node.bean(FactTable.class).count("sound") == 7);
            node.bean(CompletenessCheck.class).run();

            var now = page.state();
            assertThat(now.nodes()).extracting(RunningNode::name).containsExactly("one");
            assertThat(now.nodes().get(0).services()).containsExactly("query");
            assertThat(now.version()).isEqualTo("1.2");
            var reader = now.readers().get(0);
            assertThat(reader.group()).isEqualTo(CaseProjection.GROUP);
            assertThat(reader.runsHere()).isTrue();
            assertThat(reader.segments())
                    .hasSize(4)
                    .extracting(SegmentMark::owner)
                    .containsOnly("one");
            assertThat(now.store().facts()).isEqualTo(7);
            assertThat(now.store().diskTotal()).isGreaterThan(now.store().diskFree());
            assertThat(now.completeness()).isNotNull().matches(one -> one.cases() == 1 && one.open() == 0);
            assertThat(now.deadLetters()).isEmpty();
            // the reading's own clock dates these facts months ago, so only the lag may be told here
            assertThat(now.advice())
                    .extracting(Advice::code)
                    .contains(Advice.Code.NO_BACKUP)
                    .isSubsetOf(Advice.Code.LAG, Advice.Code.NO_BACKUP);

            node.jdbc().sql("""
                    insert into node (name, run, given, services, version, ahead_ms, started_at, seen_at)
                    values ('gone', 'x', true, 'query', '1.1', 3600000, current_timestamp - interval '2' hour,
                            current_timestamp - interval '1' hour)
                    """).update();
            assertThat(page.state().advice())
                    .extracting(Advice::code)
                    .contains(Advice.Code.NODE_SILENT, Advice.Code.CLOCK_OFF)
                    .doesNotContain(Advice.Code.VERSIONS_DIFFER);

            backups(node);
            assertThat(page.state().backups()).satisfies(backups -> {
                assertThat(backups.goodAt()).isNotNull();
                assertThat(backups.bytes()).isEqualTo(300);
                assertThat(backups.failure()).isEqualTo("NOT_WRITTEN");
                assertThat(backups.running()).isFalse();
            });
            assertThat(page.state().advice())
                    .extracting(Advice::code)
                    .contains(Advice.Code.BACKUP_FAILED, Advice.Code.BACKUP_OVERDUE)
                    .doesNotContain(Advice.Code.NO_BACKUP);

            node.processor().shutDown();
            assertThat(page.state().advice())
                    .extracting(Advice::code)
                    .startsWith(Advice.Code.READER_STOPPED, Advice.Code.SEGMENT_UNCLAIMED);
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.query.testing.ReadingSide#databases")
    void only_an_administrator_sees_it(String url) {
        signIn(Role.SUPERVISOR);
        try (var node = ReadingSide.on(url)) {
            var page = node.bean(OperationsPage.class);
            assertThatThrownBy(page::state)
                    .isInstanceOfSatisfying(
                            Named.class, no -> assertThat(no.code()).isEqualTo("ROLE_MAY_NOT"));
        }
    }

    private static void signIn(Role role) {
        SignedIn somebody = () -> Actor.of("somebody", null, role);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(somebody, null, List.of()));
    }
}
