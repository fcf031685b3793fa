package io.doorstep.command.cases.link;

import static io.doorstep.command.cases.decision.Refusal.LINKED_ALREADY;
import static io.doorstep.command.cases.decision.Refusal.LINKED_OTHERWISE;
import static io.doorstep.command.cases.decision.Refusal.LINKED_TO_ITSELF;
import static io.doorstep.command.cases.decision.Refusal.OTHER_CASE_UNKNOWN;
import static io.doorstep.terms.Role.DISPATCHER;
import static io.doorstep.terms.Role.PETITION_OFFICER;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseLinked;
import io.doorstep.terms.LinkKind;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 关联案件。 Put a relation to another case on record. */
public record LinkCase(
        CaseId caseId,
        @Nullable Instant occurredAt,
        CaseId other,
        LinkKind link,
        @Nullable Private remark) implements CaseCommand {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        at.only(PETITION_OFFICER, DISPATCHER);
        before.mustBeOnRecord();
        LINKED_TO_ITSELF.when(other.equals(caseId));
        OTHER_CASE_UNKNOWN.when(at.other(other.value()).isEmpty());
        contradicted().ifPresent(kind -> LINKED_OTHERWISE.when(before.linked(kind.name(), other.value())));
        LINKED_ALREADY.when(before.linked(link.name(), other.value()));
        var id = caseId.value();
        return List.of(new CaseLinked(id, at.when(), other.value(), link.name(), at.sealIfAny(id, remark)));
    }

    /** What must be taken back first: the same pair cannot be the same matter and another. */
    private Optional<LinkKind> contradicted() {
        return switch (link) {
            case REPEAT_OF -> Optional.of(LinkKind.NOT_REPEAT_OF);
            case NOT_REPEAT_OF -> Optional.of(LinkKind.REPEAT_OF);
            case RELATED_TO -> Optional.empty();
        };
    }
}
