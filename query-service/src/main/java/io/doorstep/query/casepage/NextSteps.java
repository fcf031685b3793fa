package io.doorstep.query.casepage;

import static io.doorstep.query.casepage.Steps.when;
import static io.doorstep.terms.Role.CLOSEOUT_APPROVER;
import static io.doorstep.terms.Role.COORDINATION_GROUP;
import static io.doorstep.terms.Role.DISPATCHER;
import static io.doorstep.terms.Role.HANDLER;
import static io.doorstep.terms.Role.MEDIATOR;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.SUPERVISOR;
import static io.doorstep.terms.Role.UNIT_HEAD;
import static io.doorstep.terms.Role.VISITING_CADRE;

import io.doorstep.events.cases.AgreementReached;
import io.doorstep.events.cases.AssignmentSigned;
import io.doorstep.events.cases.CaseAccepted;
import io.doorstep.events.cases.CaseAssigned;
import io.doorstep.events.cases.CaseResolved;
import io.doorstep.events.cases.CaseVisited;
import io.doorstep.events.cases.DeadlineExtended;
import io.doorstep.events.cases.MediatorsNamed;
import io.doorstep.identity.Actor;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.RecordedFact;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 下一步。 What the reader can do with a case now, and in a word why he cannot do the rest. The command side decides; this only
 * spares him forms that it would refuse.
 */
final class NextSteps {

    private final CaseAsOf found;
    private final Actor reader;
    private final Deadlines deadlines;
    private final Instant now;
    private final boolean handled;
    private final boolean repeatsAFinalOne;
    private final Steps steps;

    private NextSteps(
            CaseAsOf found,
            List<RecordedFact> facts,
            Actor reader,
            Deadlines deadlines,
            Instant now,
            boolean repeatsAFinalOne) {
        this.found = found;
        this.reader = reader;
        this.steps = new Steps(reader);
        this.deadlines = deadlines;
        this.now = now;
        this.repeatsAFinalOne = repeatsAFinalOne;
        this.handled = facts.stream().anyMatch(fact -> handles(fact, reader.id()));
    }

    /**
     * Steps of the reader's role in the order of a case's life.
     *
     * @param repeatsAFinalOne whether it is the same matter as one whose procedure is final
     */
    static List<Step> of(
            CaseAsOf found,
            List<RecordedFact> facts,
            Actor reader,
            Deadlines deadlines,
            Instant now,
            boolean repeatsAFinalOne) {
        var next = new NextSteps(found, facts, reader, deadlines, now, repeatsAFinalOne);
        if (found.exit() == null) {
            next.answering();
            next.settling();
            new MediationSteps(found, deadlines, now).into(next.steps, next.mediates() ? null : next.mine(null));
            next.checking();
            next.pressing();
        }
        new VisitSteps(found, deadlines).into(next.steps);
        new RecordingSteps(found).into(next.steps);
        return next.steps.all();
    }

    private void answering() {
        var unit = found.answering().orElse(null);
        add("assign", "assignments", inHandling(), PETITION_OFFICER, DISPATCHER, COORDINATION_GROUP);
        if (unit == null
                && found.matter().kind().equals(CaseKind.VILLAGE_ISSUE.name())
                && !reader.is(PETITION_OFFICER, DISPATCHER, COORDINATION_GROUP)) {
            add("assign", "assignments", inHandling(), VISITING_CADRE);
        }
        if (unit != null && unit.returnProposedAt() != null) {
            add("decideReturn", "returns/decision", open(), PETITION_OFFICER, DISPATCHER, COORDINATION_GROUP);
        }
        if (unit != null && unit.signedAt() == null) {
            add("sign", "signature", mine(inHandling()), HANDLER, UNIT_HEAD, MEDIATOR, VISITING_CADRE);
        }
        if (!accepted() && !resolved()) {
            add(
                    "accept",
                    "acceptance",
                    mine(first(
                            first(open(), when(unit != null && unit.signedAt() == null, "NOT_SIGNED")),
                            when(repeatsAFinalOne, "SAME_MATTER_IS_FINAL"))),
                    HANDLER,
                    UNIT_HEAD,
                    MEDIATOR,
                    PETITION_OFFICER);
            add("decline", "decline", mine(open()), PETITION_OFFICER, HANDLER, UNIT_HEAD, MEDIATOR);
        }
        if (unit != null && unit.returnProposedAt() == null && !accepted()) {
            var due = unit.objectionDue();
            add(
                    "proposeReturn",
                    "returns",
                    mine(first(
                            inHandling(), when(due != null && deadlines.overdue(due, now), "OBJECTION_PERIOD_OVER"))),
                    HANDLER,
                    UNIT_HEAD,
                    MEDIATOR,
                    VISITING_CADRE);
        }
        if (!resolved()) {
            add("divert", "diversion", mine(open()), PETITION_OFFICER, HANDLER, UNIT_HEAD, MEDIATOR);
        }
    }

    private void settling() {
        VisitSteps.visiting(steps);
        if (accepted() && !resolved()) {
            var due = found.cycle().handlingDue();
            add(
                    "extend",
                    "extensions",
                    mine(first(
                            inHandling(),
                            when(due != null && deadlines.overdue(due, now), "EXTENSION_AFTER_DUE_DATE"))),
                    HANDLER,
                    UNIT_HEAD,
                    MEDIATOR,
                    PETITION_OFFICER);
        }
        if (!resolved()) {
            add(
                    "resolve",
                    "resolution",
                    first(open(), resolving()),
                    HANDLER,
                    UNIT_HEAD,
                    MEDIATOR,
                    VISITING_CADRE,
                    PETITION_OFFICER);
        }
    }

    private @Nullable String resolving() {
        if (!mineOrOurs()) {
            return "NOT_OF_THE_ANSWERING_UNIT";
        }
        var kind = found.matter().kind();
        var needsAcceptance = kind.equals(CaseKind.PETITION.name()) || kind.equals(CaseKind.ACCUSATION.name());
        var visitedAndSettled =
                found.visits().stream().anyMatch(visit -> visit.outcome().equals("RESOLVED_ON_SPOT"));
        if (accepted() || visitedAndSettled) {
            return null;
        }
        return needsAcceptance ? "NOT_ACCEPTED" : when(found.answering().isEmpty(), "NOT_ASSIGNED");
    }

    private void checking() {
        if (!resolved()) {
            return;
        }
        add(
                "revisit",
                "revisits",
                when(handled, "REVISITOR_HANDLED_THE_CASE"),
                PETITION_OFFICER,
                COORDINATION_GROUP,
                SUPERVISOR,
                VISITING_CADRE,
                CLOSEOUT_APPROVER);
        if (found.cycle().closedOutAt() == null) {
            var needed = found.cycle().resolution() != null
                    && deadlines
                            .policyAt(now)
                            .needsRevisit(
                                    CaseKind.valueOf(found.matter().kind()),
                                    found.cycle().resolution().onTheSpot());
            add(
                    "closeout",
                    "closeout",
                    first(
                            when(handled, "CLOSER_HANDLED_THE_CASE"),
                            when(needed && !found.cycle().confirmed(), "NOT_CONFIRMED_BY_REVISIT")),
                    CLOSEOUT_APPROVER);
        }
        add("reopen", "reopening", null, PETITION_OFFICER, SUPERVISOR, COORDINATION_GROUP, CLOSEOUT_APPROVER);
        new RatingSteps(found, deadlines, now).into(steps);
        new AppealSteps(found, deadlines, now).into(steps, handled);
    }

    private void pressing() {
        if (!found.open()) {
            return;
        }
        add("urge", "urgings", null, SUPERVISOR, COORDINATION_GROUP, PETITION_OFFICER, DISPATCHER);
        add("supervise", "supervision", null, SUPERVISOR, COORDINATION_GROUP);
        if (found.supervision().filter(order -> order.answeredAt() == null).isPresent()) {
            add("answerSupervision", "supervision/answer", mine(null), HANDLER, UNIT_HEAD, MEDIATOR, PETITION_OFFICER);
        }
    }

    private void add(String verb, String address, @Nullable String why, Role... roles) {
        steps.add(verb, address, why, roles);
    }

    private boolean resolved() {
        return found.cycle().resolution() != null;
    }

    private boolean accepted() {
        return found.cycle().number() > 1 || found.cycle().acceptedAt() != null;
    }

    private @Nullable String open() {
        return when(!found.open(), "CASE_IS_CLOSED_OUT");
    }

    private @Nullable String inHandling() {
        return first(open(), when(resolved(), "RESOLVED_ALREADY"));
    }

    /** Petition officers and dispatchers act for every unit, others for their own. */
    private boolean mineOrOurs() {
        return reader.is(PETITION_OFFICER, DISPATCHER)
                || found.answering()
                        .filter(one -> one.unit().equals(reader.unit()))
                        .isPresent();
    }

    private boolean mediates() {
        return found.mediation().mediators().contains(reader.id());
    }

    private @Nullable String mine(@Nullable String otherwise) {
        return mineOrOurs() ? otherwise : "NOT_OF_THE_ANSWERING_UNIT";
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }

    private static boolean handles(RecordedFact recorded, String somebody) {
        var fact = recorded.fact();
        if (fact instanceof CaseAssigned assigned) {
            return somebody.equals(assigned.officer());
        }
        if (fact instanceof CaseVisited visited) {
            return visited.officers().contains(somebody);
        }
        if (fact instanceof MediatorsNamed named) {
            return named.mediators().contains(somebody);
        }
        return somebody.equals(recorded.actor())
                && (fact instanceof AgreementReached
                        || fact instanceof AssignmentSigned
                        || fact instanceof CaseAccepted
                        || fact instanceof DeadlineExtended
                        || fact instanceof CaseResolved);
    }
}
