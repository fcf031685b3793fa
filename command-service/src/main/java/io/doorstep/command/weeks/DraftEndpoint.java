package io.doorstep.command.weeks;

import io.doorstep.command.web.Ask;
import io.doorstep.command.weeks.DraftForms.ChangeForm;
import io.doorstep.command.weeks.DraftForms.PlanForm;
import io.doorstep.policy.Deadlines;
import io.doorstep.reference.ReferenceData;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.doorstep.web.Named;
import io.doorstep.weeks.PlanDraft;
import io.doorstep.weeks.WeekArchive;
import io.doorstep.weeks.WeekPlan;
import io.doorstep.weeks.WeekRecord;
import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DraftEndpoint {

    private final Drafting drafting;
    private final PlanningTable table;
    private final WeekArchive archive;
    private final ReferenceData reference;
    private final Deadlines deadlines;
    private final Clock clock;

    DraftEndpoint(
            Drafting drafting,
            PlanningTable table,
            WeekArchive archive,
            ReferenceData reference,
            Deadlines deadlines,
            Clock clock) {
        this.drafting = drafting;
        this.table = table;
        this.archive = archive;
        this.reference = reference;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** What a draft answers with: nothing of a case. */
    record Drafted(long version, WeekPlan.Figures figures) {}

    @PostMapping("/api/weeks/{month}/draft")
    ResponseEntity<Drafted> plan(@PathVariable String month, @RequestBody PlanForm form, Ask ask) {
        Planners.only(ask.actor());
        form.check();
        var of = Planners.month(month);
        var county = Planners.county(ask.actor(), form.county(), reference, deadlines.day(clock.instant()));
        var record = open(archive.find(county, of));
        return answer(drafting.plan(county, of, record, form.version(), form.load(), ask.actor()));
    }

    @PostMapping("/api/weeks/{month}/draft/changes")
    ResponseEntity<Drafted> change(@PathVariable String month, @RequestBody ChangeForm form, Ask ask) {
        Planners.only(ask.actor());
        var of = Planners.month(month);
        var county = Planners.county(ask.actor(), form.county(), reference, deadlines.day(clock.instant()));
        var record = open(archive.find(county, of));
        var caseId = form.caseId().toString();
        if (table.seen(ask.actor(), county, record).stream()
                .noneMatch(one -> one.caseId().equals(caseId))) {
            throw Named.notFound();
        }
        return answer(
                switch (form.action()) {
                    case PIN -> pin(county, of, record, form, ask);
                    case RELEASE -> drafting.release(county, of, record, form.version(), caseId, false, ask.actor());
                    case LEAVE_OUT -> drafting.release(county, of, record, form.version(), caseId, true, ask.actor());
                });
    }

    private PlanDraft pin(String county, java.time.YearMonth of, WeekRecord record, ChangeForm form, Ask ask) {
        var leader = form.leader();
        var day = form.day();
        var dates = record.dates();
        if (leader == null || table.leaders(county, record).stream().noneMatch(leader::equals)) {
            throw new Malformed(FieldProblem.of("leader", "UNKNOWN_OFFICER"));
        }
        if (day == null || dates == null || !dates.days().contains(day)) {
            throw new Malformed(FieldProblem.of("day", "NOT_A_DATE"));
        }
        return drafting.pin(
                county, of, record, form.version(), form.caseId().toString(), leader, day, form.reason(), ask.actor());
    }

    private static WeekRecord open(WeekRecord record) {
        WeekRefusal.WEEK_NOT_PROCLAIMED.when(record.dates() == null);
        WeekRefusal.WEEK_IS_CLOSED.when(record.closed() != null);
        return record;
    }

    private static ResponseEntity<Drafted> answer(PlanDraft draft) {
        return ResponseEntity.ok()
                .eTag("\"" + draft.version() + "\"")
                .body(new Drafted(draft.version(), draft.plan().figures()));
    }
}
