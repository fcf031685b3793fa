package io.doorstep.command.cases.divert;

import static io.doorstep.command.cases.decision.Refusal.RESOLVED_ALREADY;
import static io.doorstep.terms.Role.HANDLER;
import static io.doorstep.terms.Role.MEDIATOR;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.UNIT_HEAD;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.CaseDiverted;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseResolved;
import io.doorstep.terms.DiversionRoute;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 导入其他途径。 Send the petitioner to the legal route that his matter belongs to. */
public record DivertCase(
        CaseId caseId,
        @Nullable Instant occurredAt,
        DiversionRoute route,
        String to,
        @Nullable Private notice) implements CaseCommand {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        at.only(PETITION_OFFICER, HANDLER, UNIT_HEAD, MEDIATOR);
        before.mustBeInHandling();
        at.onlyOf(before.unit());
        RESOLVED_ALREADY.when(before.later().thisCycle(CaseResolved.class));
        before.later().mustKnowNoEnd();
        var id = caseId.value();
        return List.of(new CaseDiverted(id, at.when(), route.name(), to, at.sealIfAny(id, notice)));
    }
}
