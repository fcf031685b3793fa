package io.doorstep.command.cases.importing;

import static io.doorstep.command.cases.decision.Refusal.PLACE_OUT_OF_SCOPE;
import static io.doorstep.terms.Role.ADMINISTRATOR;
import static io.doorstep.terms.Role.DISPATCHER;
import static io.doorstep.terms.Role.PETITION_OFFICER;

import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.decision.OpeningCommand;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.CaseClosedOut;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseReported;
import io.doorstep.policy.DeadlineClock;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.Channel;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 导入案件。 Put one row of a ledger on record as it happened: reported, and as far as the ledger knows assigned, resolved
 * and struck off. The row's dates are believed to be in this order; whoever makes the command sees to it.
 */
public record ImportCase(
        CaseId caseId,
        Instant occurredAt,
        CaseKind kind,
        Channel channel,
        String category,
        String place,
        String title,
        @Nullable Private statement,
        @Nullable LedgerPetitioner petitioner,
        @Nullable LedgerAssignment assigned,
        @Nullable LedgerResolution resolved,
        @Nullable Instant closedOutAt)
        implements OpeningCommand {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        at.only(PETITION_OFFICER, DISPATCHER, ADMINISTRATOR);
        PLACE_OUT_OF_SCOPE.when(!at.worksAt(place));
        var id = caseId.value();
        var facts = new ArrayList<CaseEvent>();
        facts.add(reported(id, at));
        if (assigned != null) {
            facts.add(assigned.fact(id));
        }
        if (resolved != null) {
            facts.add(resolved.fact(id, kind, at));
        }
        if (closedOutAt != null) {
            facts.add(new CaseClosedOut(id, closedOutAt, null));
        }
        return facts;
    }

    private CaseReported reported(String id, Circumstances at) {
        var due = at.deadlines().due(DeadlineClock.TRANSFER, at.when());
        return new CaseReported(
                id,
                at.when(),
                at.nextNumber(place, at.when()),
                kind.name(),
                channel.name(),
                category,
                place,
                title,
                at.sealIfAny(id, statement),
                petitioner == null ? List.of() : List.of(petitioner.sealed(id, at)),
                1,
                List.of(),
                due.lastDay(),
                due.policyVersion());
    }
}
