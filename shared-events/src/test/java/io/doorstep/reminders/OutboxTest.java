package io.doorstep.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.reminders.Outbox.Bundle;
import io.doorstep.store.Migration;
import io.doorstep.testing.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

class OutboxTest {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private final SetClock clock = new SetClock(NOON);

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_rung_of_a_duty_makes_one_reminder(DataSource database) {
        var book = book(database);
        var one = reminder("case", -3);
        book.add(one, false);

        assertThatThrownBy(() -> book.add(reminder("case", -3), false)).isInstanceOf(DuplicateKeyException.class);
        book.add(reminder("case", 0), false);
        book.add(reminder("another", -3), false);
        assertThat(book.made(one.lastDay(), -3))
                .extracting(step -> step.caseId())
                .containsOnly("case", "another");
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void of_many_nodes_one_takes_a_message(DataSource database) {
        var outbox = filled(database, Carrier.MAIL);

        var taken = Stream.generate(() -> CompletableFuture.supplyAsync(() -> outbox.take(Carrier.MAIL, "li")))
                .limit(6)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .filter(bundle -> !bundle.reminders().isEmpty())
                .toList();

        assertThat(taken).hasSize(1);
        outbox.sent(taken.get(0));
        assertThat(outbox.counts()).isEmpty();
        assertThat(outbox.recipients(Carrier.MAIL)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void what_waits_for_one_person_goes_together(DataSource database) {
        var book = book(database);
        var outbox = new Outbox(JdbcClient.create(database), clock);
        for (var day = -3; day <= 0; day += 3) {
            var one = reminder("case", day);
            book.add(one, false);
            outbox.add(one.id(), Carrier.MAIL, "li");
        }
        assertThat(outbox.recipients(Carrier.MAIL)).containsExactly("li");
        assertThat(outbox.take(Carrier.MAIL, "li").reminders()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void what_did_not_go_is_tried_again_and_parked_in_the_end(DataSource database) {
        var outbox = filled(database, Carrier.WEBHOOK);
        var tries = new ArrayList<Bundle>();
        while (!outbox.recipients(Carrier.WEBHOOK).isEmpty()) {
            var bundle = outbox.take(Carrier.WEBHOOK, "li");
            tries.add(bundle);
            outbox.notSent(bundle, "CONNECT");
            assertThat(outbox.recipients(Carrier.WEBHOOK)).as("not at once").isEmpty();
            clock.forward(Duration.ofMinutes(5));
        }
        assertThat(tries).hasSize(8);
        assertThat(outbox.counts()).isEqualTo(Map.of(Carrier.WEBHOOK, Map.of(MessageState.PARKED, 1L)));

        var parked = outbox.parked(10).get(0);
        assertThat(parked.failure()).isEqualTo("CONNECT");
        assertThat(outbox.decide(parked.reminderId(), Carrier.WEBHOOK, "li", true))
                .isTrue();
        assertThat(outbox.take(Carrier.WEBHOOK, "li").reminders()).hasSize(1);
        assertThat(outbox.decide(parked.reminderId(), Carrier.WEBHOOK, "li", false))
                .as("it is not parked any more")
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void what_a_node_had_in_hand_when_it_ended_is_not_sent_again_by_itself(DataSource database) {
        var outbox = filled(database, Carrier.MAIL);
        outbox.take(Carrier.MAIL, "li");
        assertThat(outbox.parkAbandoned()).as("it may still be at it").isZero();

        clock.forward(Outbox.IN_HAND.plusSeconds(1));
        assertThat(outbox.parkAbandoned()).isOne();
        assertThat(outbox.recipients(Carrier.MAIL)).isEmpty();
        assertThat(outbox.parked(10)).extracting(Parked::failure).containsExactly("UNCERTAIN");
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void what_stands_on_the_page_is_there_at_once_until_it_is_read(DataSource database) {
        var book = book(database);
        var outbox = new Outbox(JdbcClient.create(database), clock);
        for (var name : List.of("one", "two")) {
            var one = reminder(name, 1);
            book.add(one, false);
            outbox.add(one.id(), Carrier.PAGE, "li");
            outbox.add(one.id(), Carrier.PAGE, "wang");
            assertThat(outbox.told(one.id())).containsExactly("li", "wang");
        }
        assertThat(book.unread("li")).isEqualTo(2);
        assertThat(book.read("li", null)).isEqualTo(2);
        assertThat(book.unread("li")).isZero();
        assertThat(book.unread("wang")).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void the_last_day_seen_to_never_goes_back(DataSource database) {
        var book = book(database);
        assertThat(book.doneThrough()).isEmpty();
        book.doneThrough(LocalDate.of(2026, 11, 22));
        book.doneThrough(LocalDate.of(2026, 11, 20));
        assertThat(book.doneThrough()).contains(LocalDate.of(2026, 11, 22));
        book.doneThrough(LocalDate.of(2026, 11, 23));
        assertThat(book.doneThrough()).contains(LocalDate.of(2026, 11, 23));
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void two_nodes_may_end_their_first_day_at_the_same_moment(DataSource database) throws Exception {
        var book = book(database);
        var start = new CyclicBarrier(2);
        var nodes = Executors.newFixedThreadPool(2);
        try {
            for (var round = 0; round < 20; round++) {
                JdbcClient.create(database).sql("delete from reminder_round").update();
                var ended = IntStream.of(21, 22)
                        .mapToObj(day -> nodes.submit(() -> {
                            start.await();
                            book.doneThrough(LocalDate.of(2026, 11, day));
                            return day;
                        }))
                        .toList();
                for (var each : ended) {
                    each.get();
                }
                assertThat(book.doneThrough()).contains(LocalDate.of(2026, 11, 22));
            }
        } finally {
            nodes.shutdown();
        }
    }

    private ReminderBook book(DataSource database) {
        Migration.ofFacts(database);
        return new ReminderBook(JdbcClient.create(database), clock);
    }

    private Outbox filled(DataSource database, Carrier carrier) {
        var one = reminder("case", 1);
        book(database).add(one, false);
        var outbox = new Outbox(JdbcClient.create(database), clock);
        outbox.add(one.id(), carrier, "li");
        return outbox;
    }

    private static Reminder reminder(String caseId, int days) {
        return new Reminder(
                UUID.randomUUID().toString(),
                caseId,
                "430525-2026-1",
                "HANDLING",
                1,
                LocalDate.of(2026, 11, 30),
                days,
                "REMIND",
                "national-1",
                NOON);
    }
}
