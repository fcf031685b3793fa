package io.doorstep.command.weeks;

import io.doorstep.command.weeks.planning.Effort;
import io.doorstep.command.weeks.planning.Planner;
import io.doorstep.command.weeks.planning.Rules;
import io.doorstep.command.weeks.planning.Week;
import io.doorstep.identity.Actor;
import io.doorstep.weeks.Placed;
import io.doorstep.weeks.PlanDraft;
import io.doorstep.weeks.PlanDrafts;
import io.doorstep.weeks.Rule;
import io.doorstep.weeks.WeekPlan;
import io.doorstep.weeks.WeekRecord;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 拟订计划。 Makes drafts, by computation and by hand; each is a version of its own. */
@Component
class Drafting {

    private final PlanDrafts drafts;
    private final PlanningTable table;
    private final Clock clock;
    /** A plan keeps a core busy for up to a minute. */
    private final Semaphore one = new Semaphore(1);

    Drafting(PlanDrafts drafts, PlanningTable table, Clock clock) {
        this.drafts = drafts;
        this.table = table;
        this.clock = clock;
    }

    /** Looks for the best plan round what people decided. */
    PlanDraft plan(
            String county,
            YearMonth month,
            WeekRecord record,
            @Nullable Integer seen,
            @Nullable Integer load,
            Actor by) {
        var last = last(county, month, seen);
        var perDay = load == null ? last.map(PlanDraft::dailyLoad).orElseGet(() -> table.usualLoad(record)) : load;
        var pins = last.map(PlanDraft::pins).orElse(List.of());
        var excluded = last.map(PlanDraft::excluded).orElse(List.of());
        var all = table.lay(county, record, perDay, pins);
        WeekRefusal.PLANNING_BUSY.when(!one.tryAcquire());
        WeekPlan found;
        try {
            var free = all.candidates().stream()
                    .filter(candidate -> !excluded.contains(candidate.caseId()))
                    .toList();
            found = Planner.plan(
                    new Week(all.days(), all.leaders(), free, all.centres(), perDay, all.pins()), Effort.USUAL);
        } finally {
            one.release();
        }
        var plan = Planner.measure(all, found.placed());
        return keep(county, month, last, perDay, pins, excluded, plan, by);
    }

    /** Puts a case where a person wants it. */
    PlanDraft pin(
            String county,
            YearMonth month,
            WeekRecord record,
            int seen,
            String caseId,
            String leader,
            LocalDate day,
            @Nullable String reason,
            Actor by) {
        var last = last(county, month, seen);
        var draft = last.orElseThrow(WeekRefusal.DRAFT_STALE::refused);
        var place = new Placed(caseId, leader, day);
        var pins = without(draft.pins(), caseId);
        var bare = table.lay(county, record, draft.dailyLoad(), pins);
        var plan = placed(draft, bare, other -> !other.equals(caseId));
        plan.add(place);
        var broken = Rules.brokenBy(place, plan, bare);
        WeekRefusal.PIN_NOT_ALLOWED.when(broken.stream().anyMatch(rule -> !rule.isOverrulable()));
        DraftForms.reasonFor(broken, reason);
        pins.add(new PlanDraft.Pin(
                caseId,
                leader,
                day,
                by.id(),
                broken.stream().map(Rule::name).toList(),
                broken.isEmpty() ? null : reason));
        var week = table.lay(county, record, draft.dailyLoad(), pins);
        var excluded =
                draft.excluded().stream().filter(id -> !id.equals(caseId)).toList();
        return keep(county, month, last, draft.dailyLoad(), pins, excluded, Planner.measure(week, plan), by);
    }

    /** Takes a case out, or lets the next computation decide about it again. */
    PlanDraft release(
            String county, YearMonth month, WeekRecord record, int seen, String caseId, boolean out, Actor by) {
        var last = last(county, month, seen);
        var draft = last.orElseThrow(WeekRefusal.DRAFT_STALE::refused);
        var pins = without(draft.pins(), caseId);
        var excluded = new ArrayList<>(draft.excluded());
        excluded.remove(caseId);
        if (out) {
            excluded.add(caseId);
        }
        var week = table.lay(county, record, draft.dailyLoad(), pins);
        var plan = placed(draft, week, other -> !out || !other.equals(caseId));
        return keep(county, month, last, draft.dailyLoad(), pins, excluded, Planner.measure(week, plan), by);
    }

    /** The draft as it is to be published; refuses when what it rests on is no longer so. */
    PlanDraft checked(String county, YearMonth month, WeekRecord record, int seen) {
        var draft = last(county, month, seen).orElseThrow(WeekRefusal.DRAFT_STALE::refused);
        var week = table.lay(county, record, draft.dailyLoad(), draft.pins());
        var plan = placed(draft, week, id -> true);
        WeekRefusal.DRAFT_OUTDATED.when(plan.size() != draft.plan().choices().size());
        var now = Planner.measure(week, plan);
        var allowed = draft.pins();
        WeekRefusal.DRAFT_OUTDATED.when(now.choices().stream()
                .anyMatch(choice -> choice.overruled().stream()
                        .anyMatch(rule -> !rule.isOverrulable()
                                || allowed.stream()
                                        .noneMatch(pin -> pin.day().equals(choice.day())
                                                && pin.leader().equals(choice.leader())))));
        return draft;
    }

    private Optional<PlanDraft> last(String county, YearMonth month, @Nullable Integer seen) {
        var last = drafts.find(WeekRecord.idOf(county, month));
        WeekRefusal.DRAFT_STALE.when(
                last.isPresent() && (seen == null || last.get().version() != (long) seen));
        WeekRefusal.DRAFT_STALE.when(last.isEmpty() && seen != null && seen > 0);
        return last;
    }

    @SuppressWarnings("NullAway") // it does not read the annotation of a nested type from another module
    private PlanDraft keep(
            String county,
            YearMonth month,
            Optional<PlanDraft> last,
            int load,
            List<PlanDraft.Pin> pins,
            List<String> excluded,
            WeekPlan plan,
            Actor by) {
        var next = new PlanDraft(
                last.map(PlanDraft::version).orElse(0L) + 1,
                load,
                pins,
                excluded,
                plan,
                last.map(before -> before.plan().figures()).orElse(null),
                by.id(),
                clock.instant());
        WeekRefusal.DRAFT_STALE.when(!drafts.keep(WeekRecord.idOf(county, month), next));
        return next;
    }

    private static List<PlanDraft.Pin> without(List<PlanDraft.Pin> pins, String caseId) {
        var others = new ArrayList<PlanDraft.Pin>();
        pins.stream().filter(pin -> !pin.caseId().equals(caseId)).forEach(others::add);
        return others;
    }

    /** Where the cases of a draft stand that can still be visited by whom they were given to. */
    private static List<Placed> placed(PlanDraft draft, Week week, Predicate<String> kept) {
        var plan = new ArrayList<Placed>();
        for (var choice : draft.plan().placed()) {
            if (kept.test(choice.caseId())
                    && week.days().contains(choice.day())
                    && week.leaders().stream().anyMatch(leader -> leader.id().equals(choice.leader()))
                    && week.candidates().stream().anyMatch(one -> one.caseId().equals(choice.caseId()))) {
                plan.add(choice);
            }
        }
        return plan;
    }
}
