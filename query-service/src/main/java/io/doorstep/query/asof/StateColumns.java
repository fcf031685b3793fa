package io.doorstep.query.asof;

import static io.doorstep.query.asof.SqlTime.orNull;

import io.doorstep.policy.Deadlines;
import io.doorstep.reference.Paths;
import io.doorstep.terms.CaseKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 案情各列。 A case as the columns that lists filter, sort and show; everything else lies in {@code detail}. */
public final class StateColumns {

    /** Where a case without a last day stands in the order of last days; the last date of one that is open. */
    public static final LocalDate LAST_OF_ALL = LocalDate.of(9999, 12, 31);

    private final Paths paths;
    private final Deadlines deadlines;

    public StateColumns(Paths paths, Deadlines deadlines) {
        this.paths = paths;
        this.deadlines = deadlines;
    }

    Deadlines deadlines() {
        return deadlines;
    }

    /** Every column and its value, in the order of the table, but for the spans of time. */
    Map<String, @Nullable Object> of(CaseAsOf state, Instant occurredFrom) {
        var on = deadlines.day(occurredFrom);
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("version", state.version());
        row.put("number", state.number());
        matter(row, state, on);
        row.put("status", state.status().name());
        row.put("is_open", state.open());
        var exit = state.exit();
        row.put("exit_kind", exit == null ? null : exit.which().name());
        row.put("exit_at", exit == null ? null : orNull(exit.at()));
        row.put("import_id", state.importId());
        row.put("reported_at", orNull(state.reportedAt()));
        row.put("transfer_due", state.transferDue());
        row.put("recused", path(state.recused()));
        assignment(row, state, on);
        clocks(row, state);
        pressure(row, state);
        row.put(
                "last_visit_at",
                state.lastVisit().map(visit -> orNull(visit.at())).orElse(null));
        row.put("last_type", state.last().type());
        row.put("last_at", orNull(state.last().at()));
        cycle(row, state.cycle());
        row.put("awaits_revisit", awaitsRevisit(state));
        row.put("reopened_at", reopenedAt(state));
        var dates = new Dates();
        row.put("detail", CaseJson.write(state, dates));
        row.put("first_day", dates.first(deadlines::day));
        row.put("last_day", state.open() ? LAST_OF_ALL : dates.last(deadlines::day));
        return row;
    }

    private void matter(Map<String, @Nullable Object> row, CaseAsOf state, LocalDate on) {
        var matter = state.matter();
        row.put("kind", matter.kind());
        row.put("channel", matter.channel());
        row.put("category", matter.category());
        row.put("category_path", paths.category(matter.category(), on));
        row.put("place", matter.place());
        row.put("place_path", paths.place(matter.place(), on));
        row.put("title", matter.title());
        row.put("party_size", matter.partySize());
        row.put("is_joint", state.joint());
        row.put("is_repeat", state.repeat());
        row.put("accused_units", path(matter.accusedUnits()));
    }

    /** Ids as a text that a pattern can look one up in, slashes round each. */
    private static String path(List<String> ids) {
        return ids.isEmpty() ? "" : "/" + String.join("/", ids) + "/";
    }

    private void assignment(Map<String, @Nullable Object> row, CaseAsOf state, LocalDate on) {
        var assignment = state.answering().orElse(null);
        row.put("in_force", state.inForce().isPresent());
        row.put("unit", assignment == null ? null : assignment.unit());
        row.put("unit_path", assignment == null ? null : paths.unit(assignment.unit(), on));
        row.put("officer", assignment == null ? null : assignment.officer());
        row.put("lead_officer", assignment == null ? null : assignment.leadOfficer());
        row.put("assigned_at", assignment == null ? null : orNull(assignment.assignedAt()));
        row.put("signed_at", assignment == null ? null : orNull(assignment.signedAt()));
        row.put("objection_due", assignment == null ? null : assignment.objectionDue());
        row.put("notice_due", assignment == null ? null : assignment.noticeDue());
        row.put("report_back_by", assignment == null ? null : assignment.reportBackBy());
        row.put("return_proposed", assignment == null ? null : orNull(assignment.returnProposedAt()));
        row.put("times_returned", Math.toIntExact(state.timesReturned()));
    }

    private void clocks(Map<String, @Nullable Object> row, CaseAsOf state) {
        var clock = RunningClock.of(state).orElse(null);
        row.put("due", clock == null ? null : clock.due());
        row.put("due_order", clock == null || clock.due() == null ? LAST_OF_ALL : clock.due());
        row.put("due_clock", clock == null ? null : clock.name());
        row.put("due_start", clock == null ? null : orNull(clock.start()));
        var lights =
                clock == null ? null : deadlines.lights(clock.start(), clock.due(), deadlines.policyAt(clock.start()));
        row.put("light_notice_at", lights == null ? null : orNull(lights.notice()));
        row.put("light_amber_at", lights == null ? null : orNull(lights.amber()));
        row.put("light_red_at", lights == null ? null : orNull(lights.red()));
        row.put("light_black_at", lights == null ? null : orNull(lights.black()));
    }

    private static void pressure(Map<String, @Nullable Object> row, CaseAsOf state) {
        var order = state.supervision().orElse(null);
        row.put("urged", state.urgings());
        row.put("supervision", order == null ? null : order.level());
        row.put("answer_by", order == null ? null : order.answerBy());
        row.put("answered_at", order == null ? null : orNull(order.answeredAt()));
    }

    private static void cycle(Map<String, @Nullable Object> row, Cycle cycle) {
        row.put("cycle_number", cycle.number());
        row.put("cycle_opened_at", orNull(cycle.openedAt()));
        row.put("accepted_at", orNull(cycle.acceptedAt()));
        row.put("handling_due", cycle.handlingDue());
        var how = cycle.resolution();
        row.put("resolved_at", orNull(cycle.resolvedAt()));
        row.put("outcome", how == null ? null : how.outcome());
        row.put("result", how == null ? null : how.result());
        row.put("stance", how == null ? null : how.stance());
        row.put("doorstep", how != null && how.doorstep());
        row.put("resolver", how == null ? null : how.resolver());
        row.put("revisit_due", how == null ? null : how.revisitDue());
        row.put("revisit_verdict", cycle.lastVerdict());
        var revisits = cycle.revisits();
        row.put(
                "revisited_at",
                revisits.isEmpty()
                        ? null
                        : orNull(revisits.get(revisits.size() - 1).at()));
        row.put("closed_out_at", orNull(cycle.closedOutAt()));
        row.put("closed_out_by", cycle.closedOutBy());
    }

    /** Resolved, and the policy of that day wants a revisit to confirm it before the close-out. */
    private boolean awaitsRevisit(CaseAsOf state) {
        var how = state.cycle().resolution();
        return state.open()
                && how != null
                && !state.cycle().confirmed()
                && deadlines
                        .policyAt(how.at())
                        .needsRevisit(CaseKind.valueOf(state.matter().kind()), how.onTheSpot());
    }

    private static @Nullable OffsetDateTime reopenedAt(CaseAsOf state) {
        return state.cycle().number() == 1 ? null : orNull(state.cycle().openedAt());
    }
}
