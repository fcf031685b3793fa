package io.doorstep.command.cases.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.dispatch.Sending;
import io.doorstep.command.testing.CommandSide;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.ProgressNoted;
import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import io.doorstep.vault.Private;
import io.doorstep.web.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 并发。 Many at once, on several nodes: nothing is lost, doubled or skipped. */
class RacingTest {

    private static final int MANY = 200;

    /** Something that seals and changes nothing else. */
    record Note(CaseId caseId, @Nullable Instant occurredAt, String text) implements CaseCommand {

        @Override
        public List<CaseEvent> decide(CaseState before, Circumstances at) {
            before.mustBeOnRecord();
            return List.of(new ProgressNoted(caseId.value(), at.when(), at.seal(caseId.value(), new Private(text))));
        }
    }

    @Test
    void two_nodes_on_one_postgresql() throws Exception {
        var url = Databases.postgresUrl();
        try (var one = CommandSide.on(url);
                var two = CommandSide.on(url)) {
            race(one, two);
        }
    }

    @Test
    void one_process_on_h2() throws Exception {
        try (var side = CommandSide.on(Databases.h2Url())) {
            race(side, side);
        }
    }

    private static void race(CommandSide one, CommandSide two) throws Exception {
        everyNumberIsGivenOutOnce(one, two);
        everyNoteIsKeptOnce(one, two);
        equalCommandsLeaveOneFact(one, two);
    }

    private static void everyNumberIsGivenOutOnce(CommandSide one, CommandSide two) throws Exception {
        var receipts = atOnce(i -> patiently(
                i % 2 == 0 ? one : two,
                CommandSide.report(new CaseId(UUID.randomUUID())),
                CommandSide.from(Role.PETITION_OFFICER)));

        assertThat(receipts.stream().map(Receipt::number).map(number -> number.substring("430525-2026-".length())))
                .map(Integer::valueOf)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, MANY).boxed().toList());
    }

    private static void everyNoteIsKeptOnce(CommandSide one, CommandSide two) throws Exception {
        var id = new CaseId(UUID.randomUUID());
        one.commands().send(CommandSide.report(id), CommandSide.from(Role.PETITION_OFFICER));

        var receipts = atOnce(i -> patiently(
                i % 2 == 0 ? one : two, new Note(id, null, "note " + i), CommandSide.from(Role.PETITION_OFFICER)));

        assertThat(receipts.stream().map(Receipt::version))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(2, MANY + 1L).boxed().toList());
        assertThat(sequences(one, id))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(0, MANY).boxed().toList());
    }

    private static void equalCommandsLeaveOneFact(CommandSide one, CommandSide two) throws Exception {
        var id = new CaseId(UUID.randomUUID());
        one.commands().send(CommandSide.report(id), CommandSide.from(Role.PETITION_OFFICER));
        var note = new Note(id, null, "once");
        var sending = CommandSide.keyed("one key", "one content", Role.PETITION_OFFICER);

        var receipts = atOnce(i -> patiently(i % 2 == 0 ? one : two, note, sending));

        assertThat(receipts)
                .containsOnly(new Receipt(id.value(), receipts.get(0).number(), 2));
        assertThat(sequences(one, id)).containsExactly(0L, 1L);
    }

    /** As a client does that is told to try again shortly. */
    private static Receipt patiently(CommandSide side, CaseCommand command, Sending sending) {
        while (true) {
            try {
                return side.commands().send(command, sending);
            } catch (Named no) {
                if (!no.code().equals("SERVICE_UNAVAILABLE")) {
                    throw no;
                }
            }
        }
    }

    private static List<Receipt> atOnce(IntFunction<Receipt> work) throws Exception {
        var crowd = Executors.newFixedThreadPool(16);
        try {
            var waiting = IntStream.range(0, MANY)
                    .mapToObj(i -> crowd.submit(() -> work.apply(i)))
                    .toList();
            var receipts = new ArrayList<Receipt>();
            for (var answer : waiting) {
                receipts.add(answer.get());
            }
            return receipts;
        } finally {
            crowd.shutdownNow();
        }
    }

    private static List<Long> sequences(CommandSide side, CaseId id) {
        return side.jdbc().sql("""
                        select aggregate_sequence_number from aggregate_event_entry
                        where aggregate_identifier = ? order by global_index
                        """).param(id.value()).query(Long.class).list();
    }
}
