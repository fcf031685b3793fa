package io.doorstep.query.statistics;

import io.doorstep.query.asof.Cases;
import io.doorstep.query.layout.Labels;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** 说明来历。 Finds all that one number was made of, and the fact that each single thing of it rests on. */
@Component
final class Explanations {

    private final Statistics statistics;
    private final Cases cases;
    private final RowNames names;
    private final RuleWords words;
    private final MessageSource messages;
    private final ZoneId zone;

    Explanations(
            Statistics statistics,
            Cases cases,
            RowNames names,
            RuleWords words,
            MessageSource messages,
            ZoneId officeZone) {
        this.statistics = statistics;
        this.cases = cases;
        this.names = names;
        this.words = words;
        this.messages = messages;
        this.zone = officeZone;
    }

    /** Everything that was considered, with the question as it was answered. */
    record All(Question question, Subject subject, String key, List<Counted> counted) {

        /** What the headline figure, of whose cases times are told, takes for a resolution. */
        private FigureRule rule() {
            return question.window().rule(Figure.RESOLUTION);
        }

        /** Days taken; null where no time is told. */
        @Nullable
        BigDecimal days(Counted one) {
            return subject.figure() == null && one.part() != Part.EXCLUDED ? TimeTaken.days(one.of(), rule()) : null;
        }

        Arithmetic arithmetic() {
            return Arithmetic.of(counted);
        }

        Explained.@Nullable Time time() {
            if (subject.figure() != null) {
                return null;
            }
            var taken = new TimeTaken();
            counted.stream().filter(one -> one.part() != Part.EXCLUDED).forEach(one -> taken.add(one.of(), rule()));
            return new Explained.Time(taken.resolved(), taken.open(), taken.explained(50), taken.explained(90));
        }
    }

    /** Refuses who may only count, and numbers that are hidden for being about too few. */
    All all(Question asked, Subject subject, String key) {
        Statistics.refuseWhoOnlyPublishes(asked.viewer());
        var figure = subject.figure();
        if (figure != null) {
            statistics.refuseFew(asked, figure, key);
        }
        var question = statistics.knowing(asked);
        var counted = statistics.behind(question, subject.counting(), key).stream()
                .sorted(Comparator.comparing(Counted::part).thenComparing(one -> String.valueOf(one.reason())))
                .toList();
        var all = new All(question, subject, key, counted);
        // times in their order, so that a rank can be counted to
        return figure != null
                ? all
                : new All(
                        question,
                        subject,
                        key,
                        counted.stream()
                                .sorted(Comparator.comparing(
                                        all::days, Comparator.nullsLast(Comparator.naturalOrder())))
                                .toList());
    }

    Explained.Item item(Counted counted, All all, Locale locale) {
        var state = counted.of();
        var history = cases.history(
                all.question().viewer(), state.caseId(), all.question().moment());
        var labels = new Labels(messages, locale);
        var fact = Ground.of(
                        counted,
                        history,
                        all.subject().counting(),
                        all.question().window())
                .map(one -> Ground.of(one, labels.fact(one.type()), state, history))
                .orElse(null);
        return new Explained.Item(
                state.caseId(),
                state.number(),
                state.matter().title(),
                counted.part(),
                counted.reason(),
                why(counted, all.subject(), locale),
                counted.on(),
                counted.place(),
                counted.unit(),
                all.days(counted),
                fact);
    }

    String name(Subject subject, Locale locale) {
        return names.word("figure." + subject.key() + ".name", locale);
    }

    String definition(All all, Locale locale) {
        var figure = all.subject().figure();
        return figure == null
                ? names.word("figure.time.definition", locale)
                : words.definition(figure, all.question().window().rule(figure), locale);
    }

    /** The rule as it stands, sentence by sentence. */
    List<String> rules(All all, Locale locale) {
        var figure = all.subject().figure() == null
                ? Figure.RESOLUTION
                : all.subject().figure();
        return List.copyOf(
                words.of(figure, all.question().window().rule(figure), locale).values());
    }

    @Nullable
    String row(All all, Locale locale) {
        var by = all.question().by();
        var on = all.question().moment().now().atZone(zone).toLocalDate();
        return by == null ? null : names.name(by, all.key(), on, locale);
    }

    private String why(Counted counted, Subject subject, Locale locale) {
        return names.word(
                counted.reason() == null
                        ? "because." + subject.key() + "." + counted.part()
                        : "because." + counted.reason(),
                locale);
    }
}
