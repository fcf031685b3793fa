package io.doorstep.query.weeks;

import io.doorstep.identity.Actor;
import io.doorstep.policy.Deadlines;
import io.doorstep.reference.ReferenceData;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.doorstep.web.Named;
import io.doorstep.weeks.PlanDraft;
import io.doorstep.weeks.PlanDrafts;
import io.doorstep.weeks.WeekArchive;
import io.doorstep.weeks.WeekCounty;
import io.doorstep.weeks.WeekRecord;
import io.doorstep.weeks.WeekRights;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 查无会周。 Finds a week for whoever asks, and says what of it he may see. */
@Component
class WeekReader {

    private final WeekArchive archive;
    private final PlanDrafts drafts;
    private final ReferenceData reference;
    private final Deadlines deadlines;
    private final Clock clock;

    WeekReader(WeekArchive archive, PlanDrafts drafts, ReferenceData reference, Deadlines deadlines, Clock clock) {
        this.archive = archive;
        this.drafts = drafts;
        this.reference = reference;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    String county(Actor viewer, @Nullable String named) {
        return WeekCounty.of(viewer, named, reference, today()).orElseThrow(Named::notFound);
    }

    WeekRecord week(String county, YearMonth month) {
        return archive.find(county, month);
    }

    Optional<PlanDraft> draft(String county, YearMonth month) {
        return drafts.find(WeekRecord.idOf(county, month));
    }

    LocalDate today() {
        return deadlines.day(clock.instant());
    }

    static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException wrong) {
            throw new Malformed(FieldProblem.of("month", "NOT_A_DATE"));
        }
    }

    /** Whether he makes plans: as on the writing side. */
    static boolean plans(Actor viewer) {
        return WeekRights.isPlanner(viewer) && WeekCounty.isWholeFor(viewer);
    }

    /** Whether plans and sheets of others concern him. */
    static boolean oversees(Actor viewer) {
        return WeekRights.oversees(viewer);
    }

    static void onlyOverseers(Actor viewer) {
        if (!oversees(viewer)) {
            throw Named.roleMayNot();
        }
    }

    static void onlyPlanners(Actor viewer) {
        if (!WeekRights.isPlanner(viewer)) {
            throw Named.roleMayNot();
        }
    }

    /** His own sheet; another's for who oversees. */
    static String leader(Actor viewer, @Nullable String asked) {
        var whose = asked == null || asked.isBlank() ? viewer.id() : asked;
        if (!WeekRights.seesSheet(viewer, whose)) {
            throw Named.roleMayNot();
        }
        return whose;
    }
}
