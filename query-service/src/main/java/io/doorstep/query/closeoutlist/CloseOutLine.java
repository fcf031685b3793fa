package io.doorstep.query.closeoutlist;

import io.doorstep.events.cases.Evidence;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.Cycle;
import io.doorstep.query.asof.Resolution;
import io.doorstep.query.layout.Names;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a line of a case and the number of one of its cycles. */
record CloseOutLine(Names names, Deadlines deadlines) {

    CloseOut of(CaseAsOf found, int number, String state) {
        var cycle = found.cycles().get(number - 1);
        var how = cycle.resolution();
        var matter = found.matter();
        var resolver = how == null ? null : how.resolver();
        var unit = how == null ? null : how.unit();
        var officer = how == null ? null : how.officer();
        var revisits = cycle.revisits();
        return new CloseOut(
                found.caseId(),
                found.number(),
                number,
                state,
                matter.channel(),
                matter.place(),
                names.place(matter.place()),
                matter.title(),
                matter.kind(),
                matter.category(),
                names.category(matter.category()),
                found.joint(),
                found.repeat(),
                found.status().name(),
                unit,
                names.unit(unit),
                officer,
                names.officer(officer),
                found.reportedAt(),
                how == null ? null : how.outcome(),
                how == null ? null : how.result(),
                how == null ? null : how.stance(),
                how != null && how.doorstep(),
                evidence(how),
                resolver,
                names.officer(resolver),
                cycle.resolvedAt(),
                cycle.handlingDue(),
                overdue(cycle),
                how == null ? null : how.revisitDue(),
                cycle.lastVerdict(),
                revisits.isEmpty() ? null : revisits.get(revisits.size() - 1).at(),
                cycle.closedOutBy(),
                names.officer(cycle.closedOutBy()),
                cycle.closedOutAt(),
                number < found.cycle().number(),
                cycle.reopenedAt(),
                found.version());
    }

    private static Map<String, Long> evidence(@Nullable Resolution how) {
        return how == null
                ? Map.of()
                : how.evidence().stream()
                        .collect(Collectors.groupingBy(Evidence::type, TreeMap::new, Collectors.counting()));
    }

    private @Nullable Boolean overdue(Cycle cycle) {
        var due = cycle.handlingDue();
        var resolvedAt = cycle.resolvedAt();
        return (due == null || resolvedAt == null) ? null : deadlines.overdue(due, resolvedAt);
    }
}
