package io.doorstep.query.weeks;

import io.doorstep.identity.Actor;
import io.doorstep.identity.Reach;
import io.doorstep.policy.Deadlines;
import io.doorstep.reference.ReferenceData;
import io.doorstep.terms.Role;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.doorstep.web.Named;
import io.doorstep.weeks.PlanDraft;
import io.doorstep.weeks.PlanDrafts;
import io.doorstep.weeks.WeekArchive;
import io.doorstep.weeks.WeekCounty;
import io.doorstep.weeks.WeekRecord;
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

    private static final Role[] PLANNERS = {Role.PETITION_OFFICER, Role.DISPATCHER, Role.COORDINATION_GROUP};

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
        return viewer.is(PLANNERS) && WeekCounty.isWholeFor(viewer);
    }

    /** Whether plans and sheets of others concern him. */
    static boolean oversees(Actor viewer) {
        return viewer.is(PLANNERS) || viewer.is(Role.SUPERVISOR);
    }

    static void onlyOverseers(Actor viewer) {
        if (!oversees(viewer)) {
            throw Named.roleMayNot();
        }
    }

    static void onlyPlanners(Actor viewer) {
        if (!viewer.is(PLANNERS)) {
            throw Named.roleMayNot();
        }
    }

    /** His own sheet; another's for who oversees. */
    static String leader(Actor viewer, @Nullable String asked) {
        if (viewer.reach().compareTo(Reach.OWN_UNIT) < 0) {
            throw Named.roleMayNot();
        }
        if (asked == null || asked.isBlank() || asked.equals(viewer.id())) {
            return viewer.id();
        }
        onlyOverseers(viewer);
        return asked;
    }
}
