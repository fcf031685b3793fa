package io.doorstep.identity.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.doorstep.store.Migration;
import io.doorstep.testing.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** 猜测限速。 */
class GuessesTest {
    private static final String OWNER = "wang.officer";
    private static final String ATTACKER = "203.0.113.7";
    private static final String OFFICE = "10.1.2.3";

    private final SetClock clock = new SetClock(Instant.parse("2026-03-02T01:00:00Z"));

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void who_guesses_at_one_account_waits_longer_each_time_and_is_logged(DataSource database) {
        var node = node(database);
        for (var i = 0; i < 5; i++) {
            assertThat(guess(node, OWNER, ATTACKER, null)).isZero();
        }
        guess(node, OWNER, ATTACKER, null);
        assertThat(waiting(node, OWNER, ATTACKER, null)).isEqualTo(2);
        clock.forward(Duration.ofSeconds(2));
        assertThat(waiting(node, OWNER, ATTACKER, null)).isZero();
        guess(node, OWNER, ATTACKER, null);
        assertThat(waiting(node, OWNER, ATTACKER, null)).isEqualTo(4);
        assertThat(events(database))
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                Collections.nCopies(7, "SIGN_IN_FAILED"),
                                List.of("SIGN_IN_SLOWED", "SIGN_IN_REFUSED", "SIGN_IN_SLOWED", "SIGN_IN_REFUSED"))
                        .flatMap(List::stream)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void who_knocks_at_a_closed_door_is_told_once_in_the_log(DataSource database) {
        var node = node(database);
        IntStream.range(0, 6).forEach(i -> guess(node, OWNER, ATTACKER, null));
        IntStream.range(0, 50).forEach(i -> waiting(node, OWNER, ATTACKER, null));
        assertThat(events(database).stream().filter("SIGN_IN_REFUSED"::equals)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void the_owner_gets_in_with_his_device_however_many_others_guess(DataSource database) {
        var node = node(database);
        var device = node.devices.remember(OWNER, null);
        for (var i = 0; i < 300; i++) {
            guess(node, OWNER, "203.0.113." + i % 250, null);
        }
        assertThat(waiting(node, OWNER, OFFICE, null)).as("a stranger").isPositive();
        assertThat(waiting(node, OWNER, OFFICE, device)).as("the owner").isZero();
        assertThat(waiting(node, "li.officer", OFFICE, device))
                .as("the same browser with an account that it is not known for")
                .isPositive();
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_stranger_to_the_device_never_waits_longer_than_a_minute(DataSource database) {
        var node = node(database);
        for (var i = 0; i < 60; i++) {
            guess(node, OWNER, "198.51.100." + i, null);
        }
        assertThat(waiting(node, OWNER, OFFICE, null)).isBetween(1L, 60L);
        clock.forward(Duration.ofMinutes(1));
        assertThat(waiting(node, OWNER, OFFICE, null)).isZero();
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void one_guess_at_each_of_many_accounts_is_slowed_too(DataSource database) {
        var node = node(database);
        for (var i = 0; i < 22; i++) {
            guess(node, "somebody" + i, ATTACKER, null);
        }
        assertThat(waiting(node, "somebody99", ATTACKER, null))
                .as("one address")
                .isPositive();
        for (var i = 0; i < 105; i++) {
            guess(node, "anybody" + i, "2001:db8:" + i + "::1", null);
        }
        assertThat(waiting(node, "anybody999", "2001:db8:ffff::1", null))
                .as("many addresses")
                .isPositive();
        assertThat(details(database)).anyMatch(detail -> detail.startsWith("EVERYBODY "));
        clock.forward(Duration.ofMinutes(30));
        assertThat(waiting(node, "somebody99", ATTACKER, null)).as("it passes").isZero();
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void an_account_that_does_not_exist_is_slowed_alike_and_not_logged_by_name(DataSource database) {
        var node = node(database);
        for (var i = 0; i < 6; i++) {
            guess(node, "hunter2-typed-in-the-wrong-field", ATTACKER, null);
        }
        assertThat(waiting(node, "hunter2-typed-in-the-wrong-field", ATTACKER, null))
                .isEqualTo(2);
        var jdbc = JdbcClient.create(database);
        assertThat(jdbc.sql("select count(*) from security_log where account is not null")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select subject from sign_in_pace")
                        .query(String.class)
                        .list())
                .noneMatch(subject -> subject.contains("hunter2"));
        assertThat(jdbc.sql("select network from security_log")
                        .query(String.class)
                        .list())
                .containsOnly("203.0.113.0/24");
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void two_nodes_count_together_however_many_guess_at_once(DataSource database) throws Exception {
        var first = node(database);
        var second = new Node(database, clock);
        var threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Long>> tasks = IntStream.range(0, 40)
                    .<Callable<Long>>mapToObj(i -> () -> guess(i % 2 == 0 ? first : second, OWNER, ATTACKER, null))
                    .toList();
            var allowed = 0;
            for (var each : threads.invokeAll(tasks)) {
                allowed += each.get() == 0 ? 1 : 0;
            }
            // fewer when one that was still open at its first lane finds a later one closed by those behind it
            assertThat(allowed).as("guesses that were answered").isBetween(1, 6);
        } finally {
            threads.shutdown();
            assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(JdbcClient.create(database)
                        .sql("select level from sign_in_pace")
                        .query(Double.class)
                        .list())
                .as("what each lane counted")
                .hasSize(4)
                .containsOnly(40.0);
        assertThat(waiting(second, OWNER, ATTACKER, null)).isPositive();
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_device_that_fails_too_often_waits_for_itself(DataSource database) {
        var node = node(database);
        var device = node.devices.remember(OWNER, null);
        IntStream.range(0, 11).forEach(i -> guess(node, OWNER, OFFICE, device));
        assertThat(waiting(node, OWNER, OFFICE, device)).isEqualTo(2);
        assertThat(node.devices.remember(OWNER, device))
                .as("kept at each sign-in")
                .isEqualTo(device);
        assertThat(node.devices.remember(OWNER, "planted by somebody"))
                .as("a secret that is not ours is never taken")
                .isNotEqualTo("planted by somebody");
        node.devices.forget(OWNER);
        assertThat(waiting(node, OWNER, OFFICE, device)).isZero();
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void tokens_that_do_not_hold_slow_their_address(DataSource database) {
        var node = node(database);
        for (var i = 0; i < 21; i++) {
            assertThatCode(() -> node.guesses.wrongToken(ATTACKER)).doesNotThrowAnyException();
        }
        assertThat(catchThrowableOfType(SlowedDown.class, () -> node.guesses.wrongToken(ATTACKER)))
                .isNotNull();
    }

    /** Seconds that a failure hears it has to wait; zero when it was simply wrong. */
    private static long guess(Node node, String account, String address, @Nullable String device) {
        var slowed = catchThrowableOfType(
                SlowedDown.class, () -> node.guesses.failed(new Attempt(account, address, device)));
        return slowed == null ? 0 : slowed.seconds();
    }

    private static long waiting(Node node, String account, String address, @Nullable String device) {
        var slowed = catchThrowableOfType(
                SlowedDown.class, () -> node.guesses.refuseTooSoon(new Attempt(account, address, device)));
        return slowed == null ? 0 : slowed.seconds();
    }

    private static List<String> events(DataSource database) {
        return JdbcClient.create(database)
                .sql("select event from security_log")
                .query(String.class)
                .list();
    }

    private static List<String> details(DataSource database) {
        return JdbcClient.create(database)
                .sql("select detail from security_log")
                .query(String.class)
                .list();
    }

    private Node node(DataSource database) {
        Migration.ofFacts(database);
        JdbcClient.create(database).sql("""
                        insert into account (id, name, password_hash, roles, enabled, password_changed_at, created_at)
                        values (?, 'x', 'x', '', true, current_timestamp, current_timestamp)
                        """).param(OWNER).update();
        return new Node(database, clock);
    }

    /** What one node has of it. */
    private static final class Node {
        private final KnownDevices devices;
        private final Guesses guesses;

        Node(DataSource database, SetClock clock) {
            var jdbc = JdbcClient.create(database);
            var apart = new TransactionTemplate(new JdbcTransactionManager(database));
            apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            devices = new KnownDevices(jdbc, clock);
            guesses = new Guesses(
                    jdbc,
                    apart,
                    clock,
                    what -> Integer.toHexString(what.hashCode()),
                    devices,
                    new SecurityLog(jdbc, clock));
        }
    }
}
