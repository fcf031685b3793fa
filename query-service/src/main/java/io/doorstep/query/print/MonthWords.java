package io.doorstep.query.print;

import io.doorstep.query.layout.Excerpt;
import io.doorstep.query.layout.Say;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** 月报的文字。 Puts counts and lines of a month's report into words. */
record MonthWords(Say say) {

    /** What fits across a sheet, of what the lists' files have. */
    private static final Map<String, List<String>> COLUMNS = Map.of(
            "problems",
            List.of(
                    "number",
                    "place",
                    "title",
                    "kind",
                    "status",
                    "unit",
                    "officer",
                    "reportedAt",
                    "due",
                    "daysLeft",
                    "light"),
            "assignments",
            List.of(
                    "number",
                    "unit",
                    "officer",
                    "leadOfficer",
                    "place",
                    "title",
                    "assignedAt",
                    "signedAt",
                    "noticeDue",
                    "handlingDue",
                    "urged",
                    "light"),
            "closeouts",
            List.of(
                    "number",
                    "closeOutState",
                    "place",
                    "title",
                    "handlingUnit",
                    "handler",
                    "outcome",
                    "stance",
                    "resolvedAt",
                    "verdict",
                    "closedOutBy",
                    "closedOutAt",
                    "overdue",
                    "reopenedSince"));

    static List<String> columns(String list) {
        return Objects.requireNonNull(COLUMNS.get(list), list);
    }

    String title(MonthQuestion asked) {
        return say.word(
                "print.month.title",
                String.valueOf(asked.month().getYear()),
                asked.month().getMonthValue());
    }

    String scope(MonthQuestion asked) {
        var place = asked.scope().place();
        var unit = asked.scope().unit();
        var parts = new ArrayList<String>();
        if (place != null) {
            parts.add(say.word("said.part", say.word("column.place"), String.valueOf(say.fullPlace(place))));
        }
        if (unit != null) {
            parts.add(say.word("said.part", say.word("column.unit"), String.valueOf(say.unit(unit))));
        }
        return parts.isEmpty() ? say.word("print.month.everything") : String.join("  ", parts);
    }

    String asOf(MonthQuestion asked) {
        var at = String.valueOf(say.moment(asked.moment().now()));
        var knownAt = asked.moment().knownAt();
        return knownAt == null
                ? say.word("print.month.asOf", at)
                : say.word("print.month.asOfKnown", at, String.valueOf(say.moment(knownAt)));
    }

    Month.Count count(String name, long number) {
        return new Month.Count(say.word("print.month." + name), say.number(number));
    }

    Month.Line line(String name, Balance balance) {
        var exits = balance.exits().entrySet().stream()
                .map(one -> say.word(
                        "said.part",
                        String.valueOf(say.constant("CaseStatus", one.getKey().name())),
                        say.number(one.getValue())))
                .collect(Collectors.joining("  "));
        return new Month.Line(
                say.word("print.month." + name),
                say.number(balance.reported()),
                say.number(balance.open()),
                say.number(balance.closedOut()),
                say.number(balance.gone()),
                exits);
    }

    Month.Listed listed(String name, Excerpt excerpt) {
        var rows = excerpt.rows().stream().map(row -> cells(name, row)).toList();
        return new Month.Listed(
                name,
                excerpt.title(),
                say.word("print.month.about." + name, say.number(excerpt.total())),
                excerpt.headings(),
                rows,
                excerpt.leftOut() == 0
                        ? ""
                        : say.word("print.month.leftOut", say.number(rows.size()), say.number(excerpt.leftOut())));
    }

    private List<@Nullable String> cells(String list, List<@Nullable Object> row) {
        var cells = new ArrayList<@Nullable String>();
        for (var value : row) {
            cells.add(cell(columns(list).get(cells.size()), value));
        }
        return cells;
    }

    private @Nullable String cell(String column, @Nullable Object value) {
        if (value instanceof Instant moment) {
            return say.day(moment);
        }
        if (value instanceof LocalDate day) {
            return say.day(day);
        }
        if (value == null) {
            return null;
        }
        return column.equals("leadOfficer") ? say.officer(value.toString()) : value.toString();
    }
}
