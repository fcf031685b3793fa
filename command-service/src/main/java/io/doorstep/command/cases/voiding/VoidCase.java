package io.doorstep.command.cases.voiding;

import static io.doorstep.command.cases.decision.Refusal.CASE_IS_VOIDED;
import static io.doorstep.terms.Role.DISPATCHER;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.SUPERVISOR;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseVoided;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 作废案件。 Take a case out of every list and count, with a reason; its facts stay. */
public record VoidCase(CaseId caseId, @Nullable Instant occurredAt, Private reason) implements CaseCommand {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        at.only(PETITION_OFFICER, DISPATCHER, SUPERVISOR);
        before.mustBeOnRecord();
        CASE_IS_VOIDED.when(before.later().all(CaseVoided.class).findAny().isPresent());
        var id = caseId.value();
        return List.of(new CaseVoided(id, at.when(), at.seal(id, reason)));
    }
}
