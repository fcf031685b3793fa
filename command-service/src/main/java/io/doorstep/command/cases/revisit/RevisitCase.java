package io.doorstep.command.cases.revisit;

import static io.doorstep.command.cases.decision.Refusal.CASE_HAS_LEFT;
import static io.doorstep.command.cases.decision.Refusal.NOT_RESOLVED_YET;
import static io.doorstep.command.cases.decision.Refusal.REVISITOR_HANDLED_THE_CASE;
import static io.doorstep.terms.Role.CLOSEOUT_APPROVER;
import static io.doorstep.terms.Role.COORDINATION_GROUP;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.SUPERVISOR;
import static io.doorstep.terms.Role.VISITING_CADRE;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.decision.Reopening;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseRevisited;
import io.doorstep.terms.ReopenCause;
import io.doorstep.terms.RevisitVerdict;
import io.doorstep.terms.Satisfaction;
import io.doorstep.terms.Stance;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 回访。 Ask the petitioner whether it is settled; NOT_RESOLVED reopens the case in the same breath. */
public record RevisitCase(
        CaseId caseId,
        @Nullable Instant occurredAt,
        RevisitVerdict verdict,
        Stance stance,
        List<String> officers,
        Private findings,
        @Nullable Satisfaction satisfaction)
        implements CaseCommand {

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        at.only(PETITION_OFFICER, COORDINATION_GROUP, SUPERVISOR, VISITING_CADRE, CLOSEOUT_APPROVER);
        before.mustBeOnRecord();
        CASE_HAS_LEFT.when(before.left());
        NOT_RESOLVED_YET.when(!before.resolved());
        REVISITOR_HANDLED_THE_CASE.when(
                !at.imported() && before.handledBy(at.actor().id()));
        REVISITOR_HANDLED_THE_CASE.when(officers.stream().anyMatch(before::handledBy));
        var id = caseId.value();
        var facts = new ArrayList<CaseEvent>();
        facts.add(new CaseRevisited(
                id,
                at.when(),
                verdict.name(),
                stance.name(),
                officers.isEmpty() ? List.of(at.actor().id()) : officers,
                at.seal(id, findings),
                satisfaction == null ? null : satisfaction.name()));
        if (verdict == RevisitVerdict.NOT_RESOLVED) {
            Reopening.of(id, ReopenCause.REVISIT, null, before, at).ifPresent(facts::add);
        }
        return facts;
    }
}
