package io.doorstep.command.cases.withdraw;

import static io.doorstep.terms.Role.DISPATCHER;
import static io.doorstep.terms.Role.PETITION_OFFICER;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseWithdrawn;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 撤回案件。 Put on record that the petitioner withdrew. */
public record WithdrawCase(
        CaseId caseId,
        @Nullable Instant occurredAt,
        @Nullable Private reason) implements CaseCommand {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        at.only(PETITION_OFFICER, DISPATCHER);
        before.mustBeOpen();
        before.later().mustKnowNoEnd();
        var id = caseId.value();
        return List.of(new CaseWithdrawn(id, at.when(), at.sealIfAny(id, reason)));
    }
}
