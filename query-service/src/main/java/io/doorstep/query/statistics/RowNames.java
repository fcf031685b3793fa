package io.doorstep.query.statistics;

import io.doorstep.reference.ReferenceData;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** 行名。 What the keys of rows are called, on the day that the figures are about. */
@Component
final class RowNames {

    private final ReferenceData reference;
    private final MessageSource messages;
    private final ZoneId zone;

    RowNames(ReferenceData reference, MessageSource messages, ZoneId zone) {
        this.reference = reference;
        this.messages = messages;
        this.zone = zone;
    }

    void give(Statistics.Answer answer, Question question, Locale locale) {
        answer.total().named(word("figures.total", "total", locale));
        var by = question.by();
        if (by != null) {
            var on = question.moment().now().atZone(zone).toLocalDate();
            answer.rows().forEach(row -> row.named(name(by, row.key(), on, locale)));
        }
    }

    void give(Compliance.Answer answer, Question question, Locale locale) {
        answer.total().named(word("figures.total", "total", locale));
        var by = question.by();
        if (by != null) {
            var on = question.moment().now().atZone(zone).toLocalDate();
            answer.rows().forEach(row -> row.named(name(by, row.key(), on, locale)));
        }
    }

    String duty(LegalDuty duty, Locale locale) {
        return word("duty." + duty.key(), locale);
    }

    /** What duties rest on; a rule that is the product's own says so. */
    Set<String> sources(Set<String> sources, Locale locale) {
        return sources.stream()
                .map(source -> source.equals("policy") ? word("compliance.policy", locale) : source)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    String name(Dimension by, String key, LocalDate on, Locale locale) {
        if (key.equals(Dimension.UNKNOWN)) {
            return word("figures.nobody", key, locale);
        }
        return switch (by) {
            case PLACE -> reference.place(key, on).map(place -> place.name()).orElse(key);
            case UNIT -> reference.unit(key, on).map(unit -> unit.name()).orElse(key);
            case OFFICER ->
                reference.officer(key, on).map(officer -> officer.name()).orElse(key);
            case CATEGORY ->
                reference.category(key, on).map(category -> category.name()).orElse(key);
            case CHANNEL -> word("Channel." + key, key, locale);
            case KIND -> word("CaseKind." + key, key, locale);
            case MONTH -> key;
        };
    }

    /** What lies in the scope and in none of the rows. */
    String rest(Locale locale) {
        return word("figures.rest", "rest", locale);
    }

    String figure(Figure figure, Locale locale) {
        var code = "figure." + figure.key() + ".name";
        return word(code, code, locale);
    }

    /** What counts on neither side, as people read it: {@code 作废 2; 未到期 1}. */
    String excluded(Tally tally, Locale locale) {
        return reasons(tally.excluded(), locale);
    }

    String reasons(Map<String, Long> excluded, Locale locale) {
        return excluded.entrySet().stream()
                .map(reason -> reason(reason.getKey(), locale) + " " + reason.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Why something does not count. */
    String reason(String name, Locale locale) {
        return word("Excluded." + name, name, locale);
    }

    String word(String code, Locale locale) {
        return word(code, code, locale);
    }

    private String word(String code, String otherwise, Locale locale) {
        return String.valueOf(messages.getMessage(code, null, otherwise, locale));
    }
}
