package io.doorstep.command.cases.recuse;

import static io.doorstep.command.cases.decision.Refusal.NOT_RECUSED;
import static io.doorstep.terms.Role.COORDINATION_GROUP;
import static io.doorstep.terms.Role.SUPERVISOR;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.RecusalLifted;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 解除回避。 Let an officer work on the case again; those who supervise decide it. */
record LiftRecusal(CaseId caseId, @Nullable Instant occurredAt, String officer, Private reason) implements CaseCommand {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        at.only(SUPERVISOR, COORDINATION_GROUP);
        before.mustBeOnRecord();
        NOT_RECUSED.when(!before.recused(officer));
        var id = caseId.value();
        return List.of(new RecusalLifted(id, at.when(), officer, at.seal(id, reason)));
    }
}
