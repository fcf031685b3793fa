package io.doorstep.command.cases.urge;

import static io.doorstep.terms.Role.COORDINATION_GROUP;
import static io.doorstep.terms.Role.DISPATCHER;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.SUPERVISOR;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseUrged;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 催办。 Press whoever answers for progress. */
public record UrgeCase(CaseId caseId, @Nullable Instant occurredAt, Private text) implements CaseCommand {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        at.only(SUPERVISOR, COORDINATION_GROUP, PETITION_OFFICER, DISPATCHER);
        before.mustBeOpen();
        var id = caseId.value();
        return List.of(new CaseUrged(id, at.when(), at.seal(id, text)));
    }
}
