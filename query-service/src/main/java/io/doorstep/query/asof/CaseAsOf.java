package io.doorstep.query.asof;

import io.doorstep.terms.CaseStatus;
import io.doorstep.terms.LinkKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 某时点的案件。 A case as the facts known at one moment say it was at another; what {@link CaseFold} makes of them.
 *
 * @param transferDue last day of the transfer clock
 * @param importId the ledger that the report came with
 * @param exit how it left without a close-out; null while it did not
 * @param cycles oldest first, never empty
 * @param assignments all there were, oldest first; {@link #inForce()} is the one that counts
 * @param returns what was said and decided about whose the matter is, oldest first
 * @param recused officers who may not know of it any more
 * @param version number of facts that speak here
 */
public record CaseAsOf(
        String caseId,
        String number,
        Instant reportedAt,
        @Nullable String reportedBy,
        @Nullable String reportedByUnit,
        @Nullable String importId,
        @Nullable LocalDate transferDue,
        String policyVersion,
        Matter matter,
        @Nullable Exit exit,
        List<Link> links,
        List<Cycle> cycles,
        List<Assignment> assignments,
        List<Return> returns,
        int urgings,
        List<Supervision> supervisions,
        List<Visit> visits,
        Mediation mediation,
        List<Review> reviews,
        List<Rating> ratings,
        List<String> recused,
        Happened last,
        int version) {

    /** 集体访: from five people on a petition counts as a joint one. */
    public static final int JOINT_FROM = 5;

    /** Neither closed out nor gone by an exit. */
    public boolean open() {
        return exit == null && cycle().closedOutAt() == null;
    }

    /** The latest cycle. */
    public Cycle cycle() {
        return cycles.get(cycles.size() - 1);
    }

    /** The assignment that counts now: not returned, not replaced, and the case itself still open. */
    public Optional<Assignment> inForce() {
        return open() ? answering() : Optional.empty();
    }

    /** The last assignment that was neither returned nor replaced, whether or not the case is over. */
    public Optional<Assignment> answering() {
        return assignments.stream().filter(one -> one.ended() == null).reduce((earlier, later) -> later);
    }

    public long timesReturned() {
        return assignments.stream()
                .filter(one -> one.ended() == AssignmentEnd.RETURNED)
                .count();
    }

    public boolean joint() {
        return matter.partySize() >= JOINT_FROM;
    }

    /** Whether a person linked it as the same matter again. */
    public boolean repeat() {
        return links.stream().anyMatch(link -> link.link().equals(LinkKind.REPEAT_OF.name()));
    }

    /** What the petitioner last said of somebody about a cycle; empty when he said nothing. */
    public Optional<Rating> rating(String target, int cycle) {
        return ratings.stream()
                .filter(one -> one.cycle() == cycle && one.target().equals(target) && !one.replaced())
                .findFirst();
    }

    public Optional<Visit> lastVisit() {
        return visits.isEmpty() ? Optional.empty() : Optional.of(visits.get(visits.size() - 1));
    }

    /** The last order to see to the case. */
    public Optional<Supervision> supervision() {
        return supervisions.isEmpty() ? Optional.empty() : Optional.of(supervisions.get(supervisions.size() - 1));
    }

    /** The furthest stage reached; a reopened case is back at being handled. */
    public CaseStatus status() {
        var cycle = cycle();
        if (exit != null) {
            return exit.which();
        }
        if (cycle.closedOutAt() != null) {
            return CaseStatus.CLOSED_OUT;
        }
        if (cycle.resolution() != null) {
            return cycle.confirmed() ? CaseStatus.REVISITED : CaseStatus.RESOLVED;
        }
        if (cycle.number() > 1 || cycle.acceptedAt() != null) {
            return CaseStatus.ACCEPTED;
        }
        return answering()
                .map(one -> one.signedAt() == null ? CaseStatus.ASSIGNED : CaseStatus.SIGNED)
                .orElse(CaseStatus.REPORTED);
    }

    /** When it was first resolved after a moment, in whatever cycle; what was to be reported back by then, was. */
    Optional<Instant> resolvedSince(Instant moment) {
        return cycles.stream()
                .map(Cycle::resolvedAt)
                .filter(Objects::nonNull)
                .filter(resolved -> !resolved.isBefore(moment))
                .findFirst();
    }
}
