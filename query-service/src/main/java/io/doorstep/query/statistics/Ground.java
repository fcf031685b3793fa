package io.doorstep.query.statistics;

import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.CaseFold;
import io.doorstep.query.asof.RecordedFact;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 所据事实。 The fact that put something on its side of a figure: without it, and what happened after it, it would not stand
 * there; from it on it does.
 *
 * @param number its place among the facts of the case, from 1
 * @param type name of the fact
 * @param history the page of the case as it stood then, and as it was known when the fact was put on record
 */
record Ground(long number, String type, String what, Instant occurredAt, Instant recordedAt, String history) {

    /**
     * Found by taking the last things that happened away, one by one, until the same is not counted any more, or on another
     * side.
     *
     * @param history the facts known and over by the moment that the figure is told for
     */
    static Optional<RecordedFact> of(Counted counted, List<RecordedFact> history, Counting counting, Window window) {
        var happened = history.stream().sorted(RecordedFact.AS_HAPPENED).toList();
        for (var n = happened.size(); n > 0; n--) {
            var without = CaseFold.of(happened.subList(0, n - 1));
            if (without.isEmpty() || !counts(without.get(), counted, counting, window)) {
                return Optional.of(happened.get(n - 1));
            }
        }
        return Optional.empty();
    }

    static Ground of(RecordedFact fact, String what, CaseAsOf state, List<RecordedFact> history) {
        var recorded = history.stream()
                .filter(one -> one.sequence() <= fact.sequence())
                .map(RecordedFact::recordedAt)
                .reduce(fact.recordedAt(), (one, other) -> one.isAfter(other) ? one : other);
        var at = later(fact.occurredAt(), state.reportedAt());
        return new Ground(
                fact.sequence() + 1,
                fact.type(),
                what,
                fact.occurredAt(),
                fact.recordedAt(),
                "/cases/" + state.caseId() + "?at=" + at + "&knownAt=" + recorded);
    }

    private static boolean counts(CaseAsOf state, Counted as, Counting counting, Window window) {
        return counting.of(state, window).stream()
                .anyMatch(one -> one.part() == as.part()
                        && one.on().equals(as.on())
                        && Objects.equals(one.reason(), as.reason()));
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }
}
