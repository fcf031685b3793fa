package io.doorstep.command.cases.supervise;

import static io.doorstep.command.cases.decision.Refusal.NO_SUPERVISION_TO_ANSWER;
import static io.doorstep.terms.Role.HANDLER;
import static io.doorstep.terms.Role.MEDIATOR;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.UNIT_HEAD;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.SupervisionAnswered;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 督办答复。 Tell whoever ordered the supervision what became of it. */
public record AnswerSupervision(CaseId caseId, @Nullable Instant occurredAt, Private text) implements CaseCommand {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        at.only(HANDLER, UNIT_HEAD, MEDIATOR, PETITION_OFFICER);
        before.mustBeOnRecord();
        at.onlyOf(before.unit());
        NO_SUPERVISION_TO_ANSWER.when(!before.supervised());
        var id = caseId.value();
        return List.of(new SupervisionAnswered(id, at.when(), at.seal(id, text)));
    }
}
