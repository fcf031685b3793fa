package io.doorstep.command.reminders;

import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.supervise.OrderSupervision;
import io.doorstep.command.cases.urge.UrgeCase;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.dispatch.Commands;
import io.doorstep.command.dispatch.Desk;
import io.doorstep.command.dispatch.Sending;
import io.doorstep.command.reminders.ReminderRound.Reached;
import io.doorstep.policy.Deadlines;
import io.doorstep.policy.Policy;
import io.doorstep.policy.Rung;
import io.doorstep.reminders.Carrier;
import io.doorstep.reminders.Outbox;
import io.doorstep.reminders.Reminder;
import io.doorstep.reminders.ReminderBook;
import io.doorstep.reminders.ReminderWords;
import io.doorstep.vault.Private;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 上一级。 One rung of the ladder for one duty, whole or not at all: the reminder, what it puts into the outbox, and the urging
 * or the order that it puts on record, in one transaction.
 */
@Component
class Climb {

    private final TransactionTemplate together;
    private final ReminderBook book;
    private final Outbox outbox;
    private final Outside outside;
    private final Commands commands;
    private final ReminderWords words;
    private final Desk desk;
    private final Deadlines deadlines;
    private final Clock clock;

    Climb(
            TransactionTemplate together,
            ReminderBook book,
            Outbox outbox,
            Outside outside,
            Commands commands,
            ReminderWords words,
            Desk desk,
            Deadlines deadlines,
            Clock clock) {
        this.together = together;
        this.book = book;
        this.outbox = outbox;
        this.outside = outside;
        this.commands = commands;
        this.words = words;
        this.desk = desk;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** False when the case has more facts than those that show the duty: the next round looks again. */
    boolean to(Reached reached, boolean overtaken, Recipients recipients) {
        return Boolean.TRUE.equals(together.execute(none -> climb(reached, overtaken, recipients)));
    }

    private boolean climb(Reached reached, boolean overtaken, Recipients recipients) {
        var duty = reached.duty();
        var record = desk.record(duty.caseId()).orElse(null);
        if (record == null || record.version() != duty.version()) {
            return false;
        }
        var now = clock.instant();
        var standing = record.asOf(Instant.MAX);
        var policy = deadlines.policyAt(deadlines.endOf(reached.day().minusDays(1)));
        var reminder = new Reminder(
                UUID.randomUUID().toString(),
                duty.caseId(),
                standing.report().number(),
                duty.clock(),
                duty.cycle(),
                duty.lastDay(),
                reached.rung().days(),
                reached.rung().level().name(),
                policy.version(),
                now);
        book.add(reminder, overtaken);
        if (!overtaken) {
            tell(reminder, reached, recipients, standing);
            act(reminder, reached.rung(), standing, policy, duty.version());
        }
        return true;
    }

    private void tell(Reminder reminder, Reached reached, Recipients recipients, CaseState standing) {
        var told = recipients.of(reached.rung(), reached.duty(), standing);
        told.forEach(account -> {
            outbox.add(reminder.id(), Carrier.PAGE, account.id());
            if (outside.mails(account.id())) {
                outbox.add(reminder.id(), Carrier.MAIL, account.id());
            }
        });
        if (outside.calls() && !told.isEmpty()) {
            outbox.add(reminder.id(), Carrier.WEBHOOK, Outside.GATEWAY);
        }
    }

    private void act(Reminder reminder, Rung rung, CaseState standing, Policy policy, long version) {
        if (standing.isOver()) {
            // an appeal goes on when the case is closed: its clock is told of, but there is nobody to urge
            return;
        }
        var id = new CaseId(UUID.fromString(reminder.caseId()));
        var text = new Private(words.of(reminder, Locale.SIMPLIFIED_CHINESE));
        var sending = Sending.ofTheClock(version);
        if (rung.level() == Rung.Level.URGE) {
            commands.send(new UrgeCase(id, null, text), sending);
        } else if (rung.level() == Rung.Level.SUPERVISE && !standing.supervised()) {
            var rules = policy.reminders();
            var answerBy = deadlines.day(clock.instant()).plusDays(rules.answerWithinDays());
            commands.send(
                    new OrderSupervision(id, null, Objects.requireNonNull(rules.supervisionLevel()), answerBy, text),
                    sending);
        }
    }
}
