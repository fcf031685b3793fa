package io.doorstep.command.cases.merge;

import static io.doorstep.command.cases.decision.Refusal.LINKED_TO_ITSELF;
import static io.doorstep.command.cases.decision.Refusal.OTHER_CASE_HAS_LEFT;
import static io.doorstep.command.cases.decision.Refusal.OTHER_CASE_UNKNOWN;
import static io.doorstep.terms.Role.DISPATCHER;
import static io.doorstep.terms.Role.PETITION_OFFICER;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseMerged;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 并案。 Let the case go on as part of {@code into}. */
public record MergeCase(CaseId caseId, @Nullable Instant occurredAt, CaseId into, Private reason)
        implements CaseCommand {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        at.only(PETITION_OFFICER, DISPATCHER);
        before.mustBeOpen();
        LINKED_TO_ITSELF.when(into.equals(caseId));
        before.later().mustKnowNoEnd();
        var other = at.other(into.value());
        OTHER_CASE_UNKNOWN.when(other.isEmpty());
        OTHER_CASE_HAS_LEFT.when(other.filter(CaseState::left).isPresent());
        var id = caseId.value();
        return List.of(new CaseMerged(id, at.when(), into.value(), at.seal(id, reason)));
    }
}
