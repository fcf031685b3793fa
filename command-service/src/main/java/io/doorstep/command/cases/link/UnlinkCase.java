package io.doorstep.command.cases.link;

import static io.doorstep.command.cases.decision.Refusal.NOT_LINKED;
import static io.doorstep.terms.Role.DISPATCHER;
import static io.doorstep.terms.Role.PETITION_OFFICER;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseUnlinked;
import io.doorstep.terms.LinkKind;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 取消关联。 Take a relation back that was a mistake. */
record UnlinkCase(CaseId caseId, @Nullable Instant occurredAt, CaseId other, LinkKind link, Private reason)
        implements CaseCommand {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        at.only(PETITION_OFFICER, DISPATCHER);
        before.mustBeOnRecord();
        NOT_LINKED.when(!before.linked(link.name(), other.value()));
        var id = caseId.value();
        return List.of(new CaseUnlinked(id, at.when(), other.value(), link.name(), at.seal(id, reason)));
    }
}
