package io.doorstep.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.cases.decision.Refusal;
import io.doorstep.command.cases.decision.Refused;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.testing.CommandSide;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.ProgressNoted;
import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import io.doorstep.vault.Private;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 合并提交。 Who shares a commit is answered as if each had had his own. */
class GroupCommitTest {

    /** Seals, waits for a sign if it is told to, and notes as often as it is told to. */
    record Note(CaseId caseId, @Nullable Sign sign, int times) implements CaseCommand {

        @Override
        public @Nullable Instant occurredAt() {
            return null;
        }

        @Override
        public List<CaseEvent> decide(CaseState before, Circumstances at) {
            before.mustBeOnRecord();
            var sealed = at.seal(caseId.value() + "-of-the-note", new Private("记一笔"));
            if (sign != null) {
                sign.begun().countDown();
                await().atMost(Duration.ofMinutes(1)).until(() -> sign.goOn().getCount() == 0);
            }
            Refusal.OCCURRED_AHEAD_OF_TIME.when(times < 0);
            return Stream.<CaseEvent>generate(() -> new ProgressNoted(caseId.value(), at.when(), sealed))
                    .limit(times)
                    .toList();
        }
    }

    record Sign(CountDownLatch begun, CountDownLatch goOn) {
        Sign() {
            this(new CountDownLatch(1), new CountDownLatch(1));
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.command.testing.CommandSide#databases")
    void commands_that_arrive_during_a_commit_share_the_next_one(String database) throws Exception {
        try (var side = CommandSide.on(database)) {
            var cases = reported(side, 6);
            var before = shared(side).count();
            var answers = whileTheFirstWaits(side, cases, each -> new Note(each, null, 1));

            for (var n = 0; n < cases.size(); n++) {
                var receipt = answers.get(n).get();
                assertThat(receipt.caseId()).isEqualTo(cases.get(n).value());
                assertThat(receipt.version()).isEqualTo(2);
                assertThat(facts(side, cases.get(n))).isEqualTo(2);
            }
            assertThat(shared(side).count() - before).as("commits").isEqualTo(2);
            assertThat(shared(side).max()).as("commands of the second").isEqualTo(5);
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.command.testing.CommandSide#databases")
    void one_that_is_refused_spoils_nothing_for_the_others_and_leaves_no_trace(String database) throws Exception {
        try (var side = CommandSide.on(database)) {
            var cases = reported(side, 6);
            var refused = cases.get(3);
            var answers = whileTheFirstWaits(side, cases, each -> new Note(each, null, each.equals(refused) ? -1 : 2));

            for (var n = 1; n < cases.size(); n++) {
                if (cases.get(n).equals(refused)) {
                    assertThatThrownBy(answers.get(n)::get)
                            .isInstanceOf(ExecutionException.class)
                            .hasCauseInstanceOf(Refused.class);
                    assertThat(facts(side, refused)).isEqualTo(1);
                    assertThat(keysOfTheNote(side, refused)).isZero();
                } else {
                    assertThat(answers.get(n).get().version()).isEqualTo(3);
                    assertThat(facts(side, cases.get(n))).isEqualTo(3);
                    assertThat(keysOfTheNote(side, cases.get(n))).isEqualTo(1);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.command.testing.CommandSide#databases")
    void one_that_was_sent_before_gets_the_first_receipt_and_the_others_theirs(String database) throws Exception {
        try (var side = CommandSide.on(database)) {
            var cases = reported(side, 4);
            var note = new Note(cases.get(2), null, 1);
            var sending = CommandSide.keyed("of the second", "content", Role.PETITION_OFFICER);
            var first = side.commands().send(note, sending);

            var sign = new Sign();
            var leading = sent(side, new Note(cases.get(0), sign, 1), CommandSide.from(Role.PETITION_OFFICER));
            sign.begun().await();
            var other = queued(side, new Note(cases.get(1), null, 1), CommandSide.from(Role.PETITION_OFFICER));
            var again = queued(side, note, sending);
            sign.goOn().countDown();

            assertThat(leading.get().version()).isEqualTo(2);
            assertThat(other.get().version()).isEqualTo(2);
            assertThat(again.get()).isEqualTo(first);
            assertThat(facts(side, cases.get(2))).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.command.testing.CommandSide#databases")
    void commands_for_one_case_follow_each_other(String database) throws Exception {
        try (var side = CommandSide.on(database)) {
            var one = reported(side, 1).get(0);
            var answers = whileTheFirstWaits(side, List.of(one, one, one, one), each -> new Note(each, null, 1));

            var versions = new ArrayList<Long>();
            for (var answer : answers) {
                versions.add(answer.get().version());
            }
            assertThat(versions).containsExactly(2L, 3L, 4L, 5L);
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.command.testing.CommandSide#databases")
    void whoever_waits_too_long_for_those_before_him_goes_alone(String database) throws Exception {
        try (var side = CommandSide.on(database)) {
            var cases = reported(side, 2);
            var sign = new Sign();
            var stuck = sent(side, new Note(cases.get(0), sign, 1), CommandSide.from(Role.PETITION_OFFICER));
            sign.begun().await();

            var other = sent(side, new Note(cases.get(1), null, 1), CommandSide.from(Role.PETITION_OFFICER));
            assertThat(other.get().version()).isEqualTo(2);
            assertThat(stuck).isNotDone();

            sign.goOn().countDown();
            assertThat(stuck.get().version()).isEqualTo(2);
        }
    }

    /** What a node remembers may be too old: then it may accept nothing, refuse nothing and answer nothing by it. */
    @Test
    void a_memory_that_is_too_old_decides_nothing() {
        var database = Databases.postgresUrl();
        try (var here = CommandSide.on(database);
                var there = CommandSide.on(database)) {
            var cases = reported(here, 3);
            for (var each : cases) {
                there.commands().send(new Note(each, null, 1), CommandSide.from(Role.PETITION_OFFICER));
            }

            assertThatThrownBy(() -> here.commands().send(new Note(cases.get(0), null, 1), seen(1)))
                    .as("accepted by what is remembered")
                    .isInstanceOfSatisfying(
                            Refused.class, no -> assertThat(no.refusal()).isEqualTo(Refusal.STALE_VERSION));
            assertThat(here.commands().send(new Note(cases.get(1), null, 1), seen(2)))
                    .as("refused by what is remembered")
                    .extracting(Receipt::version)
                    .isEqualTo(3L);
            assertThat(here.commands().send(new Note(cases.get(2), null, 0), CommandSide.from(Role.PETITION_OFFICER)))
                    .as("nothing to add to what is remembered")
                    .extracting(Receipt::version)
                    .isEqualTo(2L);
            assertThat(facts(here, cases.get(0))).isEqualTo(2);
        }
    }

    private static Sending seen(long version) {
        var sending = CommandSide.from(Role.PETITION_OFFICER);
        return new Sending(sending.actor(), sending.receiptKeys(), sending.contentHash(), version, null, null);
    }

    /** The first command waits within its commit until all others are in the queue. */
    private static List<FutureTask<Receipt>> whileTheFirstWaits(
            CommandSide side, List<CaseId> cases, Function<CaseId, Note> command) throws InterruptedException {
        var sign = new Sign();
        var all = new ArrayList<FutureTask<Receipt>>();
        all.add(sent(side, new Note(cases.get(0), sign, 1), CommandSide.from(Role.PETITION_OFFICER)));
        sign.begun().await();
        for (var each : cases.subList(1, cases.size())) {
            all.add(queued(side, command.apply(each), CommandSide.from(Role.PETITION_OFFICER)));
        }
        sign.goOn().countDown();
        return all;
    }

    private static FutureTask<Receipt> sent(CommandSide side, CaseCommand command, Sending sending) {
        var answer = new FutureTask<>(() -> side.commands().send(command, sending));
        begin(answer);
        return answer;
    }

    private static FutureTask<Receipt> queued(CommandSide side, CaseCommand command, Sending sending) {
        var answer = new FutureTask<>(() -> side.commands().send(command, sending));
        var thread = begin(answer);
        await().pollInterval(Duration.ofMillis(1))
                .until(() -> Stream.of(thread.getStackTrace())
                        .map(StackTraceElement::getMethodName)
                        .anyMatch("timedGet"::equals));
        return answer;
    }

    private static Thread begin(FutureTask<Receipt> answer) {
        var thread = new Thread(answer);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static List<CaseId> reported(CommandSide side, int many) {
        return Stream.generate(() -> new CaseId(UUID.randomUUID()))
                .limit(many)
                .peek(id -> side.commands().send(CommandSide.report(id), CommandSide.from(Role.PETITION_OFFICER)))
                .toList();
    }

    private static DistributionSummary shared(CommandSide side) {
        return side.bean(MeterRegistry.class).summary("doorstep.commands.together");
    }

    private static long facts(CommandSide side, CaseId id) {
        return side.jdbc()
                .sql("select count(*) from aggregate_event_entry where aggregate_identifier = ?")
                .param(id.value())
                .query(Long.class)
                .single();
    }

    private static long keysOfTheNote(CommandSide side, CaseId id) {
        return side.jdbc()
                .sql("select count(*) from vault.subject_key where key_id = ?")
                .param(id.value() + "-of-the-note")
                .query(Long.class)
                .single();
    }
}
