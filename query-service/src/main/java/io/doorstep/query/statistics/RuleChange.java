package io.doorstep.query.statistics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * 一处改动。 One thing that two rules of a figure say differently, small enough to be the reason why a case changed sides.
 *
 * @param field which part of the rule
 * @param value what was added to a list, or taken from it; null where the field is no list
 * @param added whether it is new in the list
 * @param apply makes the other rule say this one thing as the new one does
 */
record RuleChange(String field, @Nullable String value, boolean added, UnaryOperator<FigureRule> apply) {

    static List<RuleChange> between(FigureRule old, FigureRule now) {
        var changes = new ArrayList<RuleChange>();
        single(
                changes,
                "date",
                old.date(),
                now.date(),
                rule -> copy(rule, now.date(), rule.numerator(), rule.denominator()));
        single(
                changes,
                "numerator",
                old.numerator(),
                now.numerator(),
                rule -> copy(rule, rule.date(), now.numerator(), rule.denominator()));
        single(
                changes,
                "denominator",
                old.denominator(),
                now.denominator(),
                rule -> copy(rule, rule.date(), rule.numerator(), now.denominator()));
        each(
                changes,
                "excludes",
                old.excludes(),
                now.excludes(),
                (rule, value) ->
                        sets(rule, toggled(rule.excludes(), value), rule.kindsLeftOut(), rule.channelsLeftOut()));
        each(
                changes,
                "kindsLeftOut",
                old.kindsLeftOut(),
                now.kindsLeftOut(),
                (rule, value) ->
                        sets(rule, rule.excludes(), toggled(rule.kindsLeftOut(), value), rule.channelsLeftOut()));
        each(
                changes,
                "channelsLeftOut",
                old.channelsLeftOut(),
                now.channelsLeftOut(),
                (rule, value) ->
                        sets(rule, rule.excludes(), rule.kindsLeftOut(), toggled(rule.channelsLeftOut(), value)));
        single(
                changes,
                "observationDays",
                old.observationDays(),
                now.observationDays(),
                rule -> numbers(rule, now.observationDays(), rule.minimum()));
        single(
                changes,
                "minimum",
                old.minimum(),
                now.minimum(),
                rule -> numbers(rule, rule.observationDays(), now.minimum()));
        return changes;
    }

    /** The same seen from the other side. */
    boolean undoes(RuleChange other) {
        return field.equals(other.field) && Objects.equals(value, other.value);
    }

    /** Makes a rule out of a rule and a value of a list. */
    private interface Toggle {
        FigureRule of(FigureRule rule, String value);
    }

    private static void single(
            List<RuleChange> changes,
            String field,
            @Nullable Object old,
            @Nullable Object now,
            UnaryOperator<FigureRule> apply) {
        if (!Objects.equals(old, now)) {
            changes.add(new RuleChange(field, null, false, apply));
        }
    }

    private static void each(List<RuleChange> changes, String field, Set<String> old, Set<String> now, Toggle toggle) {
        var all = new LinkedHashSet<String>();
        old.stream().sorted().forEach(all::add);
        now.stream().sorted().forEach(all::add);
        all.stream()
                .filter(value -> old.contains(value) != now.contains(value))
                .forEach(value ->
                        changes.add(new RuleChange(field, value, now.contains(value), rule -> toggle.of(rule, value))));
    }

    private static Set<String> toggled(Set<String> values, String value) {
        var other = new HashSet<>(values);
        if (!other.remove(value)) {
            other.add(value);
        }
        return other;
    }

    private static FigureRule copy(FigureRule rule, String date, String numerator, String denominator) {
        return new FigureRule(
                date,
                numerator,
                denominator,
                rule.excludes(),
                rule.kindsLeftOut(),
                rule.channelsLeftOut(),
                rule.observationDays(),
                rule.minimum());
    }

    private static FigureRule sets(FigureRule rule, Set<String> excludes, Set<String> kinds, Set<String> channels) {
        return new FigureRule(
                rule.date(),
                rule.numerator(),
                rule.denominator(),
                excludes,
                kinds,
                channels,
                rule.observationDays(),
                rule.minimum());
    }

    private static FigureRule numbers(FigureRule rule, @Nullable Integer observationDays, int minimum) {
        return new FigureRule(
                rule.date(),
                rule.numerator(),
                rule.denominator(),
                rule.excludes(),
                rule.kindsLeftOut(),
                rule.channelsLeftOut(),
                observationDays,
                minimum);
    }
}
