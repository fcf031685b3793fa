package io.doorstep.query.statistics;

import io.doorstep.identity.Actor;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.Moment;
import io.doorstep.reference.Paths;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 公布数据。 Figures that may leave the house: one calendar year up to the end of the last month, by one thing, one level of it,
 * without a filter. Windows and filters of a reader's own would let him take one table from another until single people are
 * left.
 */
@Component
final class Published {

    /** What a table may be broken down by; never by officers. */
    static final List<String> DIMENSIONS = FiguresRequest.DIMENSIONS;

    private static final int YEARS = 10;

    private final Statistics statistics;
    private final RowNames names;
    private final Paths paths;
    private final DefinitionBook book;
    private final Deadlines deadlines;
    private final Clock clock;
    private final ZoneId zone;

    Published(
            Statistics statistics,
            RowNames names,
            Paths paths,
            DefinitionBook book,
            Deadlines deadlines,
            Clock clock,
            ZoneId officeZone) {
        this.statistics = statistics;
        this.names = names;
        this.paths = paths;
        this.book = book;
        this.deadlines = deadlines;
        this.clock = clock;
        this.zone = officeZone;
    }

    /** The years that can be asked for, the latest first: a month of it is over. */
    List<Integer> years() {
        return IntStream.iterate(end().minusDays(1).getYear(), year -> year - 1)
                .limit(YEARS)
                .boxed()
                .toList();
    }

    /**
     * @param yearAsked null for the latest
     * @param byAsked null for places
     */
    PublishedTable ask(Actor viewer, @Nullable String yearAsked, @Nullable String byAsked, Locale locale) {
        var year = year(yearAsked);
        var by = dimension(byAsked);
        var from = LocalDate.of(year, 1, 1);
        var to = end().isBefore(from.plusYears(1)) ? end() : from.plusYears(1);
        var moment = Moment.present(clock.instant())
                .holdingAt(end().atStartOfDay(zone).minusNanos(1000).toInstant());
        var window = book.inForce(new Window(
                from.atStartOfDay(zone).toInstant(), to.atStartOfDay(zone).toInstant(), moment.now(), deadlines));
        var question = new Question(viewer, moment, window, scope(viewer, by), by);
        var answer = statistics.askToPublish(question);
        names.give(answer, question, locale);
        return PublishedTable.of(by.key(), window, year, from, to, rows(answer, question, locale), answer.total());
    }

    /** The rows of one level, and what lies above them in a row of its own: they add up to the total. */
    private List<Row> rows(Statistics.Answer answer, Question question, Locale locale) {
        var hierarchy = new Hierarchy(paths, deadlines.day(question.moment().now()));
        var rows = new ArrayList<>(new Levels(answer.rows(), question, hierarchy).below());
        var rest = answer.total().without(rows);
        if (!rest.isEmpty()) {
            rest.named(names.rest(locale));
            rows.add(rest);
        }
        return rows;
    }

    private static CaseFilter scope(Actor viewer, Dimension by) {
        return by == Dimension.PLACE && viewer.place() != null ? CaseFilter.ofPlace(viewer.place()) : CaseFilter.ALL;
    }

    /** The first day of this month: what is published does not change from day to day. */
    private LocalDate end() {
        return clock.instant().atZone(zone).toLocalDate().withDayOfMonth(1);
    }

    private int year(@Nullable String asked) {
        var years = years();
        if (asked == null || asked.isBlank()) {
            return years.get(0);
        }
        return years.stream()
                .filter(year -> year.toString().equals(asked))
                .findFirst()
                .orElseThrow(() -> new Malformed(FieldProblem.of(
                        "year",
                        "UNKNOWN_CONSTANT",
                        years.stream().map(String::valueOf).collect(Collectors.joining(", ")))));
    }

    private static Dimension dimension(@Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return Dimension.PLACE;
        }
        return Arrays.stream(Dimension.values())
                .filter(one -> one.key().equals(asked) && DIMENSIONS.contains(asked))
                .findFirst()
                .orElseThrow(
                        () -> new Malformed(FieldProblem.of("by", "UNKNOWN_CONSTANT", String.join(", ", DIMENSIONS))));
    }
}
