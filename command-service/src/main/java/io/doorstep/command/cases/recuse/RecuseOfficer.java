package io.doorstep.command.cases.recuse;

import static io.doorstep.command.cases.decision.Refusal.RECUSED_ALREADY;
import static io.doorstep.command.cases.decision.Refusal.ROLE_MAY_NOT;
import static io.doorstep.terms.Role.COORDINATION_GROUP;
import static io.doorstep.terms.Role.DISPATCHER;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.SUPERVISOR;
import static io.doorstep.terms.Role.UNIT_HEAD;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.OfficerRecused;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 要求回避。 Keep an officer away from the case: himself, or somebody whom those who assign or supervise name. */
record RecuseOfficer(CaseId caseId, @Nullable Instant occurredAt, String officer, Private reason)
        implements CaseCommand {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        var himself = at.actor().id().equals(officer);
        ROLE_MAY_NOT.when(
                !himself && !at.actor().is(PETITION_OFFICER, DISPATCHER, UNIT_HEAD, SUPERVISOR, COORDINATION_GROUP));
        before.mustBeOnRecord();
        RECUSED_ALREADY.when(before.recused(officer));
        var id = caseId.value();
        return List.of(new OfficerRecused(id, at.when(), officer, at.seal(id, reason)));
    }
}
