package io.doorstep.command.dispatch;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseHistory;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.decision.Refusal;
import io.doorstep.events.cases.CaseVisited;
import io.doorstep.identity.Actor;
import io.doorstep.policy.Deadlines;
import io.doorstep.reference.Paths;
import io.doorstep.reference.ReferenceData;
import io.doorstep.reference.ReferencePaths;
import io.doorstep.vault.Vault;
import io.doorstep.visits.Packs;
import io.doorstep.visits.VisitQuestion;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.jspecify.annotations.Nullable;

/** 办公桌。 What lies at hand when a case decides: clock, rules, vault, numbers, and who is who. */
public final class Desk {

    final Clock clock;
    final Deadlines deadlines;
    final Vault vault;
    final CaseNumbers numbers;
    final ReferenceData reference;
    final OtherCases otherCases;
    final Packs packs;
    private final Paths paths;

    public Desk(
            Clock clock,
            Deadlines deadlines,
            Vault vault,
            CaseNumbers numbers,
            ReferenceData reference,
            OtherCases otherCases,
            Packs packs) {
        this.clock = clock;
        this.deadlines = deadlines;
        this.vault = vault;
        this.numbers = numbers;
        this.reference = reference;
        this.otherCases = otherCases;
        this.packs = packs;
        this.paths = new ReferencePaths(reference);
    }

    /** The circumstances of a command; refuses when the asker saw an older version of the case than there is. */
    public Circumstances circumstances(CommandMessage<?> message, CaseCommand command, CaseHistory history) {
        var sending = Sending.of(message);
        var expected = sending.expectedVersion();
        Refusal.STALE_VERSION.when(expected != null && expected != history.version());
        var now = now();
        return new AtTheDesk(this, sending, now, when(command.occurredAt(), now, history));
    }

    /** The time of recording. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A case as it stands now; empty when there is none of that id that the asker may know of. */
    public Optional<CaseState> known(Actor actor, String caseId) {
        return known(actor, caseId, clock.instant());
    }

    /** All that is on record of a case, whoever may know of it; for the clock, which tells nobody. */
    public Optional<CaseHistory> record(String caseId) {
        return otherCases.find(caseId);
    }

    /** Whether somebody may add to a case what he brings back of a visit. */
    public boolean takesFrom(Actor actor, String caseId) {
        return known(actor, caseId).isPresent()
                || (packs.took(actor.id(), caseId) && record(caseId).isPresent());
    }

    /** What a visit on record leaves open for somebody to decide, as its case stands now. */
    public List<VisitQuestion> leftOpen(String caseId, String visitId) {
        var now = clock.instant();
        return otherCases
                .find(caseId)
                .map(history -> leftOpen(history.asOf(now), visitId, history.arrivedAfterTheEnd(visitId)))
                .orElse(List.of());
    }

    private List<VisitQuestion> leftOpen(CaseState state, String visitId, boolean arrivedAfterTheEnd) {
        var all = state.visits().toList();
        return all.stream()
                .filter(visit -> visit.visitId().equals(visitId)
                        && state.followUp(visitId).isEmpty())
                .findFirst()
                .map(visit -> VisitQuestion.of(
                        visit.type(),
                        visit.outcome(),
                        new VisitQuestion.Standing(
                                state.closedOut(),
                                state.left(),
                                arrivedAfterTheEnd,
                                state.resolved(),
                                visit.officers().stream().anyMatch(state::recused)),
                        all.stream()
                                .filter(other -> !other.visitId().equals(visitId))
                                .filter(other ->
                                        deadlines.day(other.startedAt()).equals(deadlines.day(visit.startedAt())))
                                .map(CaseVisited::outcome)
                                .toList()))
                .orElse(List.of());
    }

    /** Whether a file of a case is kept and on record. */
    public boolean hasFile(String caseId, String sha256) {
        return standing(caseId, clock.instant())
                .filter(standing -> standing.hasFile(sha256))
                .isPresent();
    }

    /** Whether somebody may know of a case that stands like this. */
    public boolean mayKnow(Actor actor, CaseState standing) {
        return sightOf(actor, clock.instant()).covers(standing);
    }

    Optional<CaseState> known(Actor actor, String caseId, Instant now) {
        return otherCases
                .find(caseId)
                .filter(history -> sightOf(actor, now).covers(history.asOf(Instant.MAX)))
                .map(history -> history.asOf(now));
    }

    /** A case as it stands now, whoever asks. */
    Optional<CaseState> standing(String caseId, Instant now) {
        return otherCases.find(caseId).map(history -> history.asOf(now));
    }

    Sight sightOf(Actor actor, Instant now) {
        return new Sight(actor, paths, deadlines.day(now));
    }

    /** Now is after all that is known, even when the clock of another node runs ahead of this one's. */
    private static Instant when(@Nullable Instant occurredAt, Instant now, CaseHistory history) {
        if (occurredAt != null) {
            return occurredAt.truncatedTo(ChronoUnit.MICROS);
        }
        return history.latest().filter(latest -> latest.isAfter(now)).orElse(now);
    }
}
