package io.doorstep.command.cases.hearing;

import static io.doorstep.command.cases.decision.Refusal.HEARING_AFTER_DUE_DATE;
import static io.doorstep.command.cases.decision.Refusal.HEARING_BEGUN_ALREADY;
import static io.doorstep.command.cases.decision.Refusal.NO_RECHECK_PENDING;
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
import io.doorstep.events.cases.ReviewDecided;
import io.doorstep.events.cases.ReviewRequested;
import io.doorstep.terms.ReviewStage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 听证开始。 Let the days of the recheck stand still while a hearing is held (Reg. 36). */
public record BeginHearing(CaseId caseId, @Nullable Instant occurredAt) implements CaseCommand {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        at.only(SUPERVISOR, COORDINATION_GROUP, PETITION_OFFICER);
        before.mustBeOnRecord();
        var recheck = before.recheck()
                .filter(pending -> !before.left() && !before.later().before(ReviewDecided.class, ReviewRequested.class))
                .orElseThrow(NO_RECHECK_PENDING::refused);
        HEARING_BEGUN_ALREADY.when(recheck.paused() || Recheck.heard(before.later()));
        var lastDay = recheck.decisionDue();
        // days that are over are lost: nothing is left that a pause could keep
        HEARING_AFTER_DUE_DATE.when(lastDay != null && at.deadlines().overdue(lastDay, at.when()));
        return List.of(new HearingBegun(caseId.value(), at.when(), ReviewStage.RECHECK.name()));
    }
}
