package io.doorstep.query.asof;

import io.doorstep.events.cases.CaseReported;
import io.doorstep.events.cases.Change;
import io.doorstep.events.cases.Petitioner;
import io.doorstep.events.cases.Sealed;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 诉求。 What a case is about, with all corrections so far.
 *
 * @param partySize how many people stand behind it
 */
public record Matter(
        String kind,
        String channel,
        String category,
        String place,
        String title,
        @Nullable Sealed statement,
        List<Petitioner> petitioners,
        int partySize,
        List<String> accusedUnits) {

    static Matter of(CaseReported report) {
        return new Matter(
                report.kind(),
                report.channel(),
                report.category(),
                report.place(),
                report.title(),
                report.statement(),
                List.copyOf(report.petitioners()),
                report.partySize(),
                List.copyOf(report.accusedUnits()));
    }

    Matter corrected(List<Change> changes) {
        var matter = this;
        for (var change : changes) {
            matter = matter.corrected(change);
        }
        return matter;
    }

    private Matter corrected(Change change) {
        var field = change.field();
        var to = change.to();
        return new Matter(
                field.equals("kind") ? given(to) : kind,
                field.equals("channel") ? given(to) : channel,
                field.equals("category") ? given(to) : category,
                field.equals("place") ? given(to) : place,
                field.equals("title") ? given(to) : title,
                field.equals("statement") ? change.sealedTo() : statement,
                petitioners,
                field.equals("partySize") ? Integer.parseInt(given(to)) : partySize,
                field.equals("accusedUnits") ? units(to) : accusedUnits);
    }

    private static String given(@Nullable String to) {
        return Objects.requireNonNull(to, "a correction without a new value");
    }

    private static List<String> units(@Nullable String to) {
        return to == null
                ? List.of()
                : Arrays.stream(to.split(","))
                        .map(String::strip)
                        .filter(unit -> !unit.isEmpty())
                        .toList();
    }
}
