package io.doorstep.command.cases.supervise;

import static io.doorstep.command.cases.decision.Refusal.ANSWER_BEFORE_ORDER;
import static io.doorstep.terms.Role.COORDINATION_GROUP;
import static io.doorstep.terms.Role.SUPERVISOR;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.SupervisionOrdered;
import io.doorstep.terms.SupervisionLevel;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 督办。 Order the case to be seen to, with an answer by a day. */
public record OrderSupervision(
        CaseId caseId,
        @Nullable Instant occurredAt,
        SupervisionLevel level,
        LocalDate answerBy,
        @Nullable Private text) implements CaseCommand {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        at.only(SUPERVISOR, COORDINATION_GROUP);
        before.mustBeOpen();
        ANSWER_BEFORE_ORDER.when(answerBy.isBefore(at.deadlines().day(at.when())));
        var id = caseId.value();
        return List.of(new SupervisionOrdered(id, at.when(), level.name(), answerBy, at.sealIfAny(id, text)));
    }
}
