package io.doorstep.query.print;

import io.doorstep.events.cases.CaseRevisited;
import io.doorstep.query.asof.Cycle;
import io.doorstep.query.asof.RecordedFact;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 回访记录。 The last revisit, and the earlier ones in a line each.
 *
 * @param unit the unit that answered for the case when it was resolved
 * @param recordedBy the unit whose officer put the revisit on record
 */
record RevisitSheet(
        int cycle,
        String revisitedOn,
        String officers,
        String verdict,
        String stance,
        @Nullable String satisfaction,
        @Nullable String findings,
        @Nullable String unit,
        @Nullable String resolvedOn,
        @Nullable String outcome,
        String recordedBy,
        List<Earlier> earlier) {

    /** 此前的回访。 */
    record Earlier(String on, String officers, String verdict, String stance) {}

    static Optional<RevisitSheet> of(Dossier dossier) {
        return dossier.last(CaseRevisited.class).map(step -> of(dossier, step.fact(), step.recorded()));
    }

    private static RevisitSheet of(Dossier dossier, CaseRevisited fact, RecordedFact recorded) {
        var say = dossier.say();
        var cycle = dossier.found().cycles().stream()
                .filter(one -> belongs(one, recorded))
                .reduce((before, after) -> after)
                .orElse(null);
        var how = cycle == null ? null : cycle.resolution();
        var earlier = dossier.all(CaseRevisited.class).stream()
                .filter(step -> !step.recorded().equals(recorded))
                .map(step -> new Earlier(
                        dossier.day(step.at()),
                        say.officers(step.fact().officers()),
                        constant(dossier, "RevisitVerdict", step.fact().verdict()),
                        constant(dossier, "Stance", step.fact().stance())))
                .toList();
        return new RevisitSheet(
                cycle == null ? 1 : cycle.number(),
                dossier.day(recorded.occurredAt()),
                say.officers(fact.officers()),
                constant(dossier, "RevisitVerdict", fact.verdict()),
                constant(dossier, "Stance", fact.stance()),
                say.constant("Satisfaction", fact.satisfaction()),
                dossier.opening().text(fact.findings()),
                how == null ? null : say.unit(how.unit()),
                how == null ? null : dossier.day(how.at()),
                how == null ? null : say.constant("ResolutionOutcome", how.outcome()),
                dossier.unit(recorded.unit()),
                earlier);
    }

    private static boolean belongs(Cycle cycle, RecordedFact recorded) {
        var resolvedAt = cycle.resolvedAt();
        return resolvedAt != null && !resolvedAt.isAfter(recorded.occurredAt());
    }

    private static String constant(Dossier dossier, String type, String name) {
        return String.valueOf(dossier.say().constant(type, name));
    }
}
