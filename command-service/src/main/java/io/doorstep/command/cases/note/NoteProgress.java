package io.doorstep.command.cases.note;

import static io.doorstep.terms.Role.CLOSEOUT_APPROVER;
import static io.doorstep.terms.Role.COORDINATION_GROUP;
import static io.doorstep.terms.Role.DISPATCHER;
import static io.doorstep.terms.Role.HANDLER;
import static io.doorstep.terms.Role.MEDIATOR;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.SUPERVISOR;
import static io.doorstep.terms.Role.UNIT_HEAD;
import static io.doorstep.terms.Role.VISITING_CADRE;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.ProgressNoted;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 记录进展。 Put a note on record; it restarts no clock. */
public record NoteProgress(CaseId caseId, @Nullable Instant occurredAt, Private text) implements CaseCommand {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        at.only(
                PETITION_OFFICER,
                DISPATCHER,
                HANDLER,
                UNIT_HEAD,
                VISITING_CADRE,
                MEDIATOR,
                COORDINATION_GROUP,
                SUPERVISOR,
                CLOSEOUT_APPROVER);
        before.mustBeOnRecord();
        var id = caseId.value();
        return List.of(new ProgressNoted(id, at.when(), at.seal(id, text)));
    }
}
