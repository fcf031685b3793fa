package io.doorstep.query.freeze;

import io.doorstep.events.cases.AssignmentReturned;
import io.doorstep.events.cases.CaseAccepted;
import io.doorstep.events.cases.CaseAssigned;
import io.doorstep.events.cases.CaseClosedOut;
import io.doorstep.events.cases.CaseCorrected;
import io.doorstep.events.cases.CaseDeclined;
import io.doorstep.events.cases.CaseDiverted;
import io.doorstep.events.cases.CaseLinked;
import io.doorstep.events.cases.CaseMerged;
import io.doorstep.events.cases.CaseReopened;
import io.doorstep.events.cases.CaseReported;
import io.doorstep.events.cases.CaseResolved;
import io.doorstep.events.cases.CaseRevisited;
import io.doorstep.events.cases.CaseUnlinked;
import io.doorstep.events.cases.CaseVoided;
import io.doorstep.events.cases.CaseWithdrawn;
import io.doorstep.events.cases.DeadlineExtended;
import io.doorstep.events.cases.ReviewDecided;
import io.doorstep.events.cases.SatisfactionRated;
import io.doorstep.query.asof.FactsSince;
import io.doorstep.query.asof.FactsSince.Known;
import io.doorstep.query.asof.Moment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 找变动。 Compares two states of a list or table, and names for each thing that moved the fact that moved it. */
@Component
public final class Moves {

    private static final Set<String> BEGIN = names(CaseReported.class);
    private static final Set<String> BEGIN_AGAIN = names(CaseReopened.class, CaseLinked.class);
    private static final Set<String> END = names(
            CaseClosedOut.class,
            CaseReopened.class,
            CaseDeclined.class,
            CaseDiverted.class,
            CaseMerged.class,
            CaseVoided.class,
            CaseWithdrawn.class);
    private static final Set<String> MOVE = names(
            AssignmentReturned.class,
            CaseAccepted.class,
            CaseAssigned.class,
            CaseClosedOut.class,
            CaseCorrected.class,
            CaseDeclined.class,
            CaseDiverted.class,
            CaseLinked.class,
            CaseMerged.class,
            CaseReopened.class,
            CaseReported.class,
            CaseResolved.class,
            CaseRevisited.class,
            CaseUnlinked.class,
            CaseVoided.class,
            CaseWithdrawn.class,
            DeadlineExtended.class,
            ReviewDecided.class,
            SatisfactionRated.class);

    private final FactsSince facts;

    Moves(JdbcClient jdbc) {
        this.facts = new FactsSince(jdbc);
    }

    /**
     * What moved between two states.
     *
     * @param then the moment that {@code before} is about
     * @param now the moment that {@code after} is about
     */
    public List<Move> between(Map<String, Side> before, Moment then, Map<String, Side> after, Moment now) {
        var last = new TreeMap<>(before);
        last.putAll(after);
        last.keySet().removeIf(key -> same(before.get(key), after.get(key)));
        var since = facts.of(last.values().stream().map(Side::caseId).toList(), then, now);
        return last.values().stream()
                .map(side -> move(
                        side,
                        before.get(side.key()),
                        after.get(side.key()),
                        since.getOrDefault(side.caseId(), List.of())))
                .toList();
    }

    private static Move move(Side side, @Nullable Side was, @Nullable Side is, List<Known> since) {
        var from = was == null ? null : was.part();
        var to = is == null ? null : is.part();
        return new Move(side, from, to, why(since, from, to));
    }

    private static boolean same(@Nullable Side one, @Nullable Side other) {
        return one != null
                && other != null
                && one.part().equals(other.part())
                && Objects.equals(one.reason(), other.reason());
    }

    private static @Nullable Known why(List<Known> facts, @Nullable String before, @Nullable String after) {
        Stream<Set<String>> ranked = before == null
                ? Stream.of(BEGIN, BEGIN_AGAIN, MOVE)
                : after == null || !after.equals("NUMERATOR") ? Stream.of(END, MOVE) : Stream.of(MOVE);
        return ranked.map(types -> last(facts, types))
                .flatMap(List::stream)
                .findFirst()
                .orElse(facts.isEmpty() ? null : facts.get(facts.size() - 1));
    }

    private static List<Known> last(List<Known> facts, Set<String> types) {
        var some = facts.stream().filter(fact -> types.contains(fact.type())).toList();
        return some.isEmpty() ? some : some.subList(some.size() - 1, some.size());
    }

    private static Set<String> names(Class<?>... facts) {
        return Stream.of(facts).map(Class::getSimpleName).collect(Collectors.toSet());
    }
}
