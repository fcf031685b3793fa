package io.doorstep.query.statistics;

import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.Cases;
import io.doorstep.reference.Paths;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * 依法履职。 Each legal duty and what became of it, over the cases that the viewer may count; the same duties that the on-time
 * rate and timely acceptance are made of. A unit answers for those below it, too.
 */
@Component
final class Compliance {

    private final Cases cases;
    private final Paths paths;
    private final ZoneId zone;

    Compliance(Cases cases, Paths paths, ZoneId officeZone) {
        this.cases = cases;
        this.paths = paths;
        this.zone = officeZone;
    }

    /** @param sources the articles that the duties counted rest on */
    record Answer(ComplianceRow total, List<ComplianceRow> rows, Map<LegalDuty, Set<String>> sources) {}

    Answer ask(Question question) {
        var total = new ComplianceRow("total", 0);
        var rows = new TreeMap<String, ComplianceRow>();
        var sources = new EnumMap<LegalDuty, Set<String>>(LegalDuty.class);
        var deadlines = question.window().deadlines();
        var hierarchy = hierarchy(question);
        each(question, (state, owed) -> {
            total.add(owed);
            sources.computeIfAbsent(owed.duty(), duty -> new TreeSet<>()).add(owed.source());
            keys(owed, question, hierarchy)
                    .forEach(line -> rows.computeIfAbsent(line.order, order -> new ComplianceRow(line.key, line.depth))
                            .add(owed));
        });
        for (var duty : LegalDuty.values()) {
            sources.computeIfAbsent(
                    duty,
                    none -> Set.of(deadlines
                            .policyAt(question.window().at())
                            .clock(duty.clock())
                            .source()));
        }
        return new Answer(total, List.copyOf(rows.values()), sources);
    }

    /** What stands behind a number: all duties of one kind under one key, in the order of last days. */
    List<Owed> behind(Question question, LegalDuty duty, String key) {
        var hierarchy = hierarchy(question);
        var found = new ArrayList<Owed>();
        each(question, (state, owed) -> {
            var under = question.by() == null
                    || keys(owed, question, hierarchy).stream().anyMatch(line -> line.key.equals(key));
            if (owed.duty() == duty && under) {
                found.add(owed);
            }
        });
        found.sort(Comparator.comparing(Owed::due)
                .thenComparing(owed -> owed.counted().of().number()));
        return found;
    }

    private void each(Question question, BiConsumer<CaseAsOf, Owed> reader) {
        Statistics.refuseWhoOnlyPublishes(question.viewer());
        var hierarchy = hierarchy(question);
        cases.eachCounted(
                question.viewer(),
                question.moment(),
                question.casesToRead(),
                question.window().days(),
                state -> Duties.of(state, question.window()).stream()
                        .filter(owed -> question.holds(owed.counted(), hierarchy))
                        .forEach(owed -> reader.accept(state, owed)));
    }

    /** A row that something counts in; rows stand in the order of {@code order}, what is below something right behind it. */
    private record Line(String key, String order, int depth) {}

    private List<Line> keys(Owed owed, Question question, Hierarchy hierarchy) {
        var by = question.by();
        if (by == null) {
            return List.of();
        }
        if (by != Dimension.UNIT || owed.counted().unit() == null) {
            return by.keys(owed.counted(), hierarchy, zone).stream()
                    .map(key -> new Line(key, key, 0))
                    .toList();
        }
        var line = hierarchy.unit(owed.counted().unit());
        var scope = question.scope().unit();
        var from = scope == null ? 0 : line.indexOf(scope);
        var lines = new ArrayList<Line>();
        for (var depth = from; depth < line.size(); depth++) {
            var above = line.subList(0, depth + 1).stream().collect(Collectors.joining("/"));
            lines.add(new Line(line.get(depth), above, depth - from));
        }
        return lines;
    }

    private Hierarchy hierarchy(Question question) {
        return new Hierarchy(paths, LocalDate.ofInstant(question.moment().now(), zone));
    }
}
