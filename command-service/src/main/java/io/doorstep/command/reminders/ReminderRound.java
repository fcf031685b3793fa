package io.doorstep.command.reminders;

import io.doorstep.command.dispatch.Desk;
import io.doorstep.duties.OpenDuties;
import io.doorstep.duties.OpenDuty;
import io.doorstep.federation.upper.OwnCases;
import io.doorstep.identity.Accounts;
import io.doorstep.policy.Deadlines;
import io.doorstep.policy.Rung;
import io.doorstep.reminders.ReminderBook;
import io.doorstep.reminders.ReminderBook.Step;
import io.doorstep.web.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * 提醒巡查。 Walks the ladder: whatever rung a duty reached since the last day that was seen to is climbed, once, however many
 * nodes look and however long all of them were down. A rung belongs to the beginning of a day; what became a duty later in
 * that day, such as a ledger's old matters, it does not concern.
 */
@Component
@OwnCases
public class ReminderRound {

    private static final Logger LOG = LoggerFactory.getLogger(ReminderRound.class);

    /** What nobody looked at for longer than this, the page of due work tells. */
    private static final int FARTHEST_BACK = 30;

    private final ObjectProvider<OpenDuties> duties;
    private final ReminderBook book;
    private final Climb climb;
    private final Accounts accounts;
    private final Desk desk;
    private final Deadlines deadlines;
    private final Clock clock;

    /** @param duties the book of duties, where this process has one; without it somebody else does the round */
    ReminderRound(
            ObjectProvider<OpenDuties> duties,
            ReminderBook book,
            Climb climb,
            Accounts accounts,
            Desk desk,
            Deadlines deadlines,
            Clock clock) {
        this.duties = duties;
        this.book = book;
        this.climb = climb;
        this.accounts = accounts;
        this.desk = desk;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** A duty at a rung, on the day that it belongs to. */
    record Reached(OpenDuty duty, Rung rung, LocalDate day) {

        Step step() {
            return new Step(duty.caseId(), duty.clock(), duty.cycle(), duty.lastDay(), rung.days());
        }

        /** Whether, of what was reached together, another rung speaks for this one: that a day is near is no news when it is past. */
        boolean overtaken(List<Reached> together) {
            return rung.days() <= 0
                    && together.stream().anyMatch(other -> other.duty.equals(duty) && other.rung.days() > rung.days());
        }
    }

    @Scheduled(
            initialDelayString = "${doorstep.reminders.first-after:PT30S}",
            fixedDelayString = "${doorstep.reminders.every:PT1M}")
    public void scheduled() {
        walk();
    }

    /** One round; answers how many rungs were climbed. */
    public int walk() {
        var open = duties.getIfAvailable();
        if (open == null || !open.isWhole()) {
            return 0;
        }
        var today = deadlines.day(clock.instant());
        var from = book.doneThrough().map(day -> day.plusDays(1)).orElse(today);
        from = from.isBefore(today.minusDays(FARTHEST_BACK)) ? today.minusDays(FARTHEST_BACK) : from;
        var reached = from.datesUntil(today.plusDays(1))
                .flatMap(day -> reached(open, day))
                .toList();
        var climbed = climb(reached, today);
        if (climbed.stream().allMatch(Boolean::booleanValue)) {
            // of today, duties that the reading side learns of late may still be found
            book.doneThrough(today.minusDays(1));
        }
        var made = (int) climbed.stream().filter(Boolean::booleanValue).count();
        if (made > 0) {
            LOG.info("{} reminders made", made);
        }
        return made;
    }

    private List<Boolean> climb(List<Reached> reached, LocalDate today) {
        var climbed = new ArrayList<Boolean>();
        if (!reached.isEmpty()) {
            var recipients = new Recipients(accounts.all(), today, desk);
            for (var one : reached) {
                climbed.add(climb(one, one.overtaken(reached), recipients));
            }
        }
        return climbed;
    }

    private Stream<Reached> reached(OpenDuties open, LocalDate day) {
        var begins = deadlines.endOf(day.minusDays(1));
        return deadlines.policyAt(begins).reminders().ladder().stream().flatMap(rung -> {
            var lastDay = day.minusDays(rung.days());
            Predicate<OpenDuty> concerned =
                    duty -> rung.concerns(duty.clock()) && duty.knownSince().isBefore(begins);
            var found = open.endingOn(lastDay).stream().filter(concerned).toList();
            if (found.isEmpty()) {
                return Stream.empty();
            }
            var made = book.made(lastDay, rung.days());
            return found.stream().map(duty -> new Reached(duty, rung, day)).filter(one -> !made.contains(one.step()));
        });
    }

    private boolean climb(Reached one, boolean overtaken, Recipients recipients) {
        try {
            return climb.to(one, overtaken, recipients);
        } catch (DuplicateKeyException made) {
            return true;
        } catch (TransactionException again) {
            LOG.debug(
                    "a reminder of case {} is made in the next round",
                    one.duty().caseId());
            return false;
        } catch (Named refused) {
            LOG.warn("a reminder of case {} could not be made: {}", one.duty().caseId(), refused.code());
            return false;
        }
    }
}
