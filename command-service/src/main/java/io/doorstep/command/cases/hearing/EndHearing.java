package io.doorstep.command.cases.hearing;

import static io.doorstep.command.cases.decision.Refusal.NO_HEARING;
import static io.doorstep.terms.Role.COORDINATION_GROUP;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.SUPERVISOR;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.decision.Recheck;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.HearingBegun;
import io.doorstep.events.cases.HearingEnded;
import io.doorstep.policy.DeadlineClock;
import io.doorstep.policy.Deadlines;
import io.doorstep.terms.ReviewStage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** 听证结束。 Count the days of the recheck on, without those that the hearing took (Reg. 36). */
public record EndHearing(CaseId caseId, @Nullable Instant occurredAt) implements CaseCommand {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        at.only(SUPERVISOR, COORDINATION_GROUP, PETITION_OFFICER);
        before.mustBeOnRecord();
        var recheck = before.recheck().filter(Recheck::paused).orElseThrow(NO_HEARING::refused);
        NO_HEARING.when(before.left() || before.later().before(HearingEnded.class, HearingBegun.class));
        var days = days(recheck, at.when(), at.deadlines());
        var due = at.deadlines().due(DeadlineClock.RECHECK, recheck.requestedAt(), recheck.hearingDays() + days);
        return List.of(new HearingEnded(
                caseId.value(), at.when(), ReviewStage.RECHECK.name(), days, due.lastDay(), due.policyVersion()));
    }

    /** The first and the last day are both taken up; a day of two hearings is counted once. */
    private static int days(Recheck recheck, Instant end, Deadlines deadlines) {
        var first = deadlines.day(Objects.requireNonNull(recheck.pausedSince(), "a hearing that goes on has begun"));
        var heard = recheck.lastHeard();
        var counted = heard == null ? LocalDate.MIN : deadlines.day(heard);
        var from = first.isAfter(counted) ? first : counted.plusDays(1);
        return Math.toIntExact(ChronoUnit.DAYS.between(from, deadlines.day(end).plusDays(1)));
    }
}
