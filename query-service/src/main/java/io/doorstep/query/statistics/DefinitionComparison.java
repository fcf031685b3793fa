package io.doorstep.query.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 新旧口径比较。 Counts the same by two versions, and finds for each thing that changed sides the rule that moved it. */
@Component
final class DefinitionComparison {

    private final Statistics statistics;

    DefinitionComparison(Statistics statistics) {
        this.statistics = statistics;
    }

    /**
     * 换边的一项。 One thing on two sides.
     *
     * @param from null where the old version does not look at it
     * @param to null where the new one does not
     * @param because the changes that moved it
     */
    record Moved(@Nullable Counted from, @Nullable Counted to, List<RuleChange> because) {

        Counted any() {
            return to == null ? Objects.requireNonNull(from) : to;
        }
    }

    record Outcome(List<RuleChange> changes, Arithmetic old, Arithmetic now, List<Moved> moved) {}

    /** Refuses a figure that one of the two does not know, and one that either hides for being about too few. */
    Outcome of(Question asked, Definitions old, Definitions now, Figure figure, String key) {
        var before = statistics.knowing(asked.by(old));
        var after = before.by(now);
        statistics.refuseFew(before, figure, key);
        statistics.refuseFew(after, figure, key);
        var both = statistics.behind(
                before, List.of(figure::of, (state, window) -> figure.of(state, window.by(now))), key);
        var counted = both.get(0);
        var countedNow = both.get(1);
        var changes = RuleChange.between(old.rule(figure), now.rule(figure));
        var back = RuleChange.between(now.rule(figure), old.rule(figure));
        var moved = pairs(counted, countedNow).stream()
                .filter(pair -> !same(pair.from(), pair.to()))
                .map(pair -> new Moved(pair.from(), pair.to(), because(pair, before, after, figure, changes, back)))
                .sorted(Comparator.comparing((Moved one) -> one.any().of().number())
                        .thenComparing(one -> one.any().on()))
                .toList();
        return new Outcome(changes, Arithmetic.of(counted), Arithmetic.of(countedNow), moved);
    }

    /** What is the same thing in both: of one case and date first, then of one case in the order of dates. */
    private static List<Moved> pairs(List<Counted> old, List<Counted> now) {
        var later = byCase(now);
        var pairs = new ArrayList<Moved>();
        byCase(old).forEach((caseId, ones) -> {
            var others = later.getOrDefault(caseId, new ArrayList<>());
            var left = new ArrayList<Counted>();
            for (var one : ones) {
                var same = others.stream()
                        .filter(other -> other.on().equals(one.on()))
                        .findFirst();
                same.ifPresentOrElse(
                        other -> {
                            others.remove(other);
                            pairs.add(new Moved(one, other, List.of()));
                        },
                        () -> left.add(one));
            }
            for (var one : left) {
                pairs.add(new Moved(one, others.isEmpty() ? null : others.remove(0), List.of()));
            }
        });
        later.values().forEach(others -> others.forEach(one -> pairs.add(new Moved(null, one, List.of()))));
        return pairs;
    }

    private static Map<String, List<Counted>> byCase(List<Counted> counted) {
        var all = new LinkedHashMap<String, List<Counted>>();
        counted.forEach(one ->
                all.computeIfAbsent(one.of().caseId(), id -> new ArrayList<>()).add(one));
        return all;
    }

    private static boolean same(@Nullable Counted from, @Nullable Counted to) {
        return from != null && to != null && from.part() == to.part() && Objects.equals(from.reason(), to.reason());
    }

    /**
     * Every change that alone would have moved it; where none does alone, those without any of which it would not have moved.
     */
    private static List<RuleChange> because(
            Moved pair,
            Question before,
            Question after,
            Figure figure,
            List<RuleChange> changes,
            List<RuleChange> back) {
        var alone = changes.stream()
                .filter(change -> stands(pair, before, figure, change))
                .toList();
        if (!alone.isEmpty()) {
            return alone;
        }
        var needed = changes.stream()
                .filter(change -> back.stream()
                        .filter(undo -> undo.undoes(change))
                        .anyMatch(undo -> !stands(pair, after, figure, undo)))
                .toList();
        return needed.isEmpty() ? changes : needed;
    }

    /** Whether the thing stands where the new version puts it, when this one change is made. */
    private static boolean stands(Moved pair, Question question, Figure figure, RuleChange change) {
        var definitions = question.window().definitions();
        var window =
                question.window().by(definitions.with(figure, change.apply().apply(definitions.rule(figure))));
        var found = figure.of(pair.any().of(), window);
        var to = pair.to();
        if (to == null) {
            var gone = Objects.requireNonNull(pair.from());
            return found.stream().noneMatch(one -> one.on().equals(gone.on()));
        }
        return found.stream()
                .anyMatch(one -> one.on().equals(to.on())
                        && one.part() == to.part()
                        && Objects.equals(one.reason(), to.reason()));
    }

    /** How many went from which side to which. */
    static List<Compared.Flow> flows(List<Moved> moved) {
        var counts = new LinkedHashMap<String, Compared.Flow>();
        moved.forEach(one -> {
            var from = Compared.Standing.of(one.from()).part();
            var to = Compared.Standing.of(one.to()).part();
            counts.merge(
                    from + ">" + to,
                    new Compared.Flow(from, to, 1),
                    (before, more) -> new Compared.Flow(from, to, before.count() + 1));
        });
        return List.copyOf(counts.values());
    }
}
