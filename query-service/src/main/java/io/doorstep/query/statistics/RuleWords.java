package io.doorstep.query.statistics;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** 口径的说法。 What a rule says, and what two rules say differently, in the reader's language. */
@Component
final class RuleWords {

    private final MessageSource messages;

    RuleWords(MessageSource messages) {
        this.messages = messages;
    }

    /** A sentence for each field that says something. */
    Map<String, String> of(Figure figure, FigureRule rule, Locale locale) {
        var said = new LinkedHashMap<String, String>();
        said.put("date", word("rule.date." + rule.date(), locale));
        said.put("denominator", word("rule.denominator." + rule.denominator(), locale));
        said.put("numerator", word("rule.numerator." + rule.numerator(), locale));
        said.put(
                "excludes",
                rule.excludes().isEmpty()
                        ? word("rule.excludes.none", locale)
                        : word("rule.excludes", locale, names("Excluded.", rule.excludes(), locale)));
        if (!rule.kindsLeftOut().isEmpty()) {
            said.put("kindsLeftOut", word("rule.left", locale, names("CaseKind.", rule.kindsLeftOut(), locale)));
        }
        if (!rule.channelsLeftOut().isEmpty()) {
            said.put("channelsLeftOut", word("rule.left", locale, names("Channel.", rule.channelsLeftOut(), locale)));
        }
        if (FigureTerms.of(figure).observed()) {
            said.put("observationDays", observed(figure, rule, locale));
        }
        if (rule.minimum() > 0) {
            said.put("minimum", word("rule.minimum", locale, rule.minimum()));
        }
        return said;
    }

    /** What one change says. */
    String of(RuleChange change, Figure figure, FigureRule old, FigureRule now, Locale locale) {
        var value = change.value();
        if (value != null) {
            var kind = change.field().equals("excludes")
                    ? "Excluded."
                    : change.field().equals("kindsLeftOut") ? "CaseKind." : "Channel.";
            return word(change.added() ? "rule.nowOut" : "rule.nowIn", locale, word(kind + value, locale));
        }
        var none = word("rule.none", locale);
        return word(
                "rule.changed",
                locale,
                of(figure, old, locale).getOrDefault(change.field(), none),
                of(figure, now, locale).getOrDefault(change.field(), none));
    }

    /** What two versions say differently, figure by figure; one that only one of them knows is told, too. */
    Map<String, List<String>> differences(Definitions old, Definitions now, Locale locale) {
        var all = new LinkedHashMap<String, List<String>>();
        for (var figure : Figure.values()) {
            var said = old.knows(figure) && now.knows(figure)
                    ? RuleChange.between(old.rule(figure), now.rule(figure)).stream()
                            .map(change -> of(change, figure, old.rule(figure), now.rule(figure), locale))
                            .toList()
                    : old.knows(figure) == now.knows(figure)
                            ? List.<String>of()
                            : List.of(word(now.knows(figure) ? "rule.figure.added" : "rule.figure.gone", locale));
            if (!said.isEmpty()) {
                all.put(figure.key(), said);
            }
        }
        return all;
    }

    String figure(Figure figure, Locale locale) {
        return word("figure." + figure.key() + ".name", locale);
    }

    /**
     * The definition as a sentence, where the rule is the one that ships, for which the sentence was written; otherwise the
     * rule's own words, one after another.
     */
    String definition(Figure figure, FigureRule rule, Locale locale) {
        return ShippedDefinitions.NEWEST.knows(figure)
                        && ShippedDefinitions.NEWEST.rule(figure).equals(rule)
                ? word("figure." + figure.key() + ".definition", locale)
                : String.join(" ", of(figure, rule, locale).values());
    }

    private String observed(Figure figure, FigureRule rule, Locale locale) {
        var days = rule.observationDays();
        return days == null ? word("rule.observed." + figure.key(), locale) : word("rule.observed", locale, days);
    }

    private String names(String prefix, Collection<String> values, Locale locale) {
        return values.stream()
                .sorted()
                .map(value -> word(prefix + value, locale))
                .collect(Collectors.joining(word("say.comma", locale)));
    }

    private String word(String code, Locale locale, Object... arguments) {
        var texts = Stream.of(arguments).map(String::valueOf).toArray();
        return String.valueOf(messages.getMessage(code, texts, code, locale));
    }
}
