package io.doorstep.command.cases.rate;

import static io.doorstep.command.cases.decision.Refusal.NOT_RESOLVED_YET;
import static io.doorstep.command.cases.decision.Refusal.RATING_WINDOW_OVER;
import static io.doorstep.terms.Role.COORDINATION_GROUP;
import static io.doorstep.terms.Role.DISPATCHER;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.SUPERVISOR;
import static io.doorstep.terms.Role.VISITING_CADRE;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.SatisfactionRated;
import io.doorstep.terms.RatingTarget;
import io.doorstep.terms.Satisfaction;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 满意度评价。 Put the petitioner's rating on record, while the time to rate runs; a later one replaces an earlier one of the same target and cycle. */
public record RateSatisfaction(
        CaseId caseId,
        @Nullable Instant occurredAt,
        RatingTarget target,
        Satisfaction rating,
        @Nullable Private comment)
        implements CaseCommand {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        at.only(PETITION_OFFICER, DISPATCHER, COORDINATION_GROUP, SUPERVISOR, VISITING_CADRE);
        before.mustBeOnRecord();
        NOT_RESOLVED_YET.when(!before.resolved());
        RATING_WINDOW_OVER.when(!at.imported() && rating != Satisfaction.WINDOW_OVER && windowOver(before, at));
        var id = caseId.value();
        return List.of(new SatisfactionRated(id, at.when(), target.name(), rating.name(), at.sealIfAny(id, comment)));
    }

    private static boolean windowOver(CaseState before, Circumstances at) {
        var resolvedAt = before.resolvedAt();
        return resolvedAt != null && at.deadlines().overdue(at.deadlines().lastDayToRate(resolvedAt), at.when());
    }
}
