package io.doorstep.command.duties;

import io.doorstep.command.cases.decision.Refusal;
import io.doorstep.command.cases.overdue.MarkDeadlinePassed;
import io.doorstep.command.dispatch.Commands;
import io.doorstep.command.dispatch.Sending;
import io.doorstep.duties.PassedDuties;
import io.doorstep.duties.PassedDuty;
import io.doorstep.federation.upper.OwnCases;
import io.doorstep.web.Named;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * 到期巡查。 Has each passed duty put on record, once, however many nodes look and however long all of them were down: a mark
 * is sent for the version of the case that shows the duty as open, so the second of two nodes is refused.
 */
@Component
@OwnCases
public class DeadlineRound {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineRound.class);
    private static final int AT_ONCE = 500;

    private final ObjectProvider<PassedDuties> duties;
    private final Commands commands;
    private final Clock clock;

    /** @param duties the book, where this process has one; without it somebody else does the round */
    DeadlineRound(ObjectProvider<PassedDuties> duties, Commands commands, Clock clock) {
        this.duties = duties;
        this.commands = commands;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${doorstep.deadlines.first-after:PT20S}",
            fixedDelayString = "${doorstep.deadlines.every:PT1M}")
    public void scheduled() {
        walk();
    }

    /** One round; answers how many duties were marked. */
    public int walk() {
        var marked = 0;
        // two duties of one case can pass on one day; the second is for the next round, which knows of the first
        Set<String> seen = new HashSet<>();
        for (var duty : passed()) {
            if (seen.add(duty.caseId()) && mark(duty)) {
                marked++;
            }
        }
        if (marked > 0) {
            LOG.info("{} last days have ended", marked);
        }
        return marked;
    }

    private List<PassedDuty> passed() {
        var book = duties.getIfAvailable();
        return book == null ? List.of() : book.at(clock.instant(), AT_ONCE);
    }

    private boolean mark(PassedDuty duty) {
        try {
            commands.send(MarkDeadlinePassed.of(duty), Sending.ofTheClock(duty.version()));
            return true;
        } catch (Named refused) {
            if (!refused.code().equals(Refusal.STALE_VERSION.name())) {
                LOG.warn("a last day of case {} could not be marked: {}", duty.caseId(), refused.code());
            }
            return false;
        }
    }
}
