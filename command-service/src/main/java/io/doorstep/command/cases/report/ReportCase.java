package io.doorstep.command.cases.report;

import static io.doorstep.command.cases.decision.Refusal.NOT_TO_BE_SETTLED_IN_ONE_GO;
import static io.doorstep.command.cases.decision.Refusal.PARTY_SMALLER_THAN_ITS_NAMES;
import static io.doorstep.command.cases.decision.Refusal.PLACE_OUT_OF_SCOPE;
import static io.doorstep.command.cases.decision.Refusal.TOO_MANY_REPRESENTATIVES;
import static io.doorstep.terms.Role.COORDINATION_GROUP;
import static io.doorstep.terms.Role.DISPATCHER;
import static io.doorstep.terms.Role.MEDIATOR;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.VISITING_CADRE;

import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.decision.OpeningCommand;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.cases.values.Person;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseReported;
import io.doorstep.policy.DeadlineClock;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.Channel;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 登记案件。 Put a matter on record; with {@code settled}, one that was settled on the spot.
 *
 * @param partySize how many people stand behind it, the named ones included
 */
public record ReportCase(
        CaseId caseId,
        @Nullable Instant occurredAt,
        CaseKind kind,
        Channel channel,
        String category,
        String place,
        String title,
        @Nullable Private statement,
        List<Person> petitioners,
        int partySize,
        List<String> accusedUnits,
        @Nullable Settlement settled)
        implements OpeningCommand {

    private static final Set<Channel> DOORSTEP =
            Set.of(Channel.NO_MEETING_WEEK, Channel.VILLAGE_MEETING, Channel.GRID_PATROL, Channel.SURVEY);

    @Override
    public List<CaseEvent> decide(CaseState before, Circumstances at) {
        at.only(PETITION_OFFICER, DISPATCHER, VISITING_CADRE, MEDIATOR, COORDINATION_GROUP);
        var policy = at.deadlines().policyAt(at.when());
        PLACE_OUT_OF_SCOPE.when(!at.worksAt(place));
        TOO_MANY_REPRESENTATIVES.when(petitioners.size() > policy.maxRepresentatives());
        PARTY_SMALLER_THAN_ITS_NAMES.when(partySize < petitioners.size());
        NOT_TO_BE_SETTLED_IN_ONE_GO.when(settled != null && !settledAtOnce());

        var facts = new ArrayList<CaseEvent>();
        facts.add(reported(at));
        if (settled != null) {
            facts.addAll(settled.facts(caseId.value(), kind, place, at));
        }
        return facts;
    }

    private boolean settledAtOnce() {
        return kind == CaseKind.DISPUTE || kind == CaseKind.VILLAGE_ISSUE || DOORSTEP.contains(channel);
    }

    private CaseReported reported(Circumstances at) {
        var id = caseId.value();
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
                petitioners.stream().map(person -> Sealing.of(id, person, at)).toList(),
                partySize,
                accusedUnits,
                due.lastDay(),
                due.policyVersion());
    }
}
