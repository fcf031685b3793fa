package io.doorstep.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.doorstep.store.Migration;
import io.doorstep.testing.Databases;
import io.doorstep.testing.SetClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** 节点的报到、心跳与离开。 */
class NodeKeeperTest {

    private static final Pulse QUICK = new Pulse(Duration.ofMillis(100), Duration.ofSeconds(2), false);

    private final AtomicBoolean ended = new AtomicBoolean();

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_node_is_there_while_it_runs_and_gone_after_an_orderly_end(DataSource database) {
        var jdbc = facts(database);
        var one = keeper(jdbc, "one", Clock.systemUTC());
        var two = keeper(jdbc, "two", Clock.systemUTC());
        one.keeper.start();
        two.keeper.start();

        assertThat(one.nodes.all())
                .extracting(RunningNode::name, RunningNode::services, RunningNode::version, RunningNode::alive)
                .containsExactly(
                        tuple("one", List.of("query"), "1.0", true), tuple("two", List.of("query"), "1.0", true));
        var first = one.nodes.all().get(0).seenAt();
        await().until(() -> one.nodes.all().get(0).seenAt().isAfter(first));
        await().until(() -> one.nodes.lately().size() == 2);
        assertThat(one.nodes.share("query", 5) + two.nodes.share("query", 5)).isEqualTo(5);
        assertThat(one.nodes.share("query", 5)).isEqualTo(3);

        two.keeper.stop();
        assertThat(one.nodes.all()).extracting(RunningNode::name).containsExactly("one");
        await().until(() -> one.nodes.share("query", 5) == 5);
        one.keeper.stop();
        assertThat(one.nodes.all()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_name_that_a_running_process_has_is_refused_in_clear_words(DataSource database) {
        var jdbc = facts(database);
        var one = keeper(jdbc, "one", Clock.systemUTC());
        one.keeper.start();

        assertThatThrownBy(() -> keeper(jdbc, "one", Clock.systemUTC()).keeper.start())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("doorstep.node")
                .hasMessageContaining("another process runs as node one");
        assertThat(one.nodes.all()).hasSize(1);
        one.keeper.stop();
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_node_that_died_is_replaced_under_its_name_and_ends_if_it_only_stood_still(DataSource database) {
        var jdbc = facts(database);
        var died = keeper(jdbc, "one", Clock.systemUTC());
        died.nodes.table().enter(new Run(died.nodes.own(), "former", "query", "0.9", Duration.ZERO));

        var next = keeper(jdbc, "one", Clock.systemUTC());
        next.keeper.start();
        assertThat(next.nodes.all()).extracting(RunningNode::version).containsExactly("1.0");

        // the row is now another's: what a process finds that was paused for long
        jdbc.sql("update node set run = 'another'").update();
        await().untilTrue(ended);
        assertThat(next.nodes.all()).hasSize(1);
        next.keeper.stop();
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void all_go_by_the_clock_of_the_database(DataSource database) {
        var jdbc = facts(database);
        var fast = new SetClock(Instant.now().plus(Duration.ofHours(1)));
        var time = new DatabaseTime(jdbc, fast);

        assertThat(Duration.between(time.clock().instant(), Instant.now()).abs())
                .isLessThan(Duration.ofMinutes(1));
        assertThat(time.ahead()).isCloseTo(Duration.ofHours(1), Duration.ofMinutes(1));
    }

    @Test
    void a_first_answer_that_took_long_is_overruled_by_the_next() {
        var database = Databases.h2();
        var waits = new AtomicBoolean(true);
        var slow = new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                if (waits.getAndSet(false)) {
                    LockSupport.parkNanos(Duration.ofMillis(900).toNanos());
                }
                return super.getConnection();
            }
        };
        var time = new DatabaseTime(JdbcClient.create(slow), Clock.systemUTC());
        assertThat(time.ahead().abs()).isGreaterThan(Duration.ofMillis(300));
        time.compare();
        assertThat(time.ahead().abs()).isLessThan(Duration.ofMillis(300));
    }

    @Test
    void a_name_is_a_word() {
        assertThat(NodeName.of("  ").given()).isFalse();
        assertThat(NodeName.of("").value()).isNotEqualTo(NodeName.of("").value());
        assertThat(NodeName.of(" county-1 ")).isEqualTo(new NodeName("county-1", true));
        assertThatThrownBy(() -> NodeName.of("one, two")).hasMessageContaining("doorstep.node");
    }

    private record Kept(Nodes nodes, NodeKeeper keeper) {}

    private Kept keeper(JdbcClient jdbc, String name, Clock own) {
        var nodes = new Nodes(jdbc, NodeName.of(name), QUICK);
        return new Kept(
                nodes,
                new NodeKeeper(nodes, new DatabaseTime(jdbc, own), QUICK, () -> "query", "1.0", () -> ended.set(true)));
    }

    private static JdbcClient facts(DataSource database) {
        Migration.ofFacts(database);
        return JdbcClient.create(database);
    }
}
