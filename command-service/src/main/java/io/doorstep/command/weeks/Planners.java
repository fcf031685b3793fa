package io.doorstep.command.weeks;

import io.doorstep.identity.Actor;
import io.doorstep.reference.ReferenceData;
import io.doorstep.terms.Role;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.doorstep.web.Named;
import io.doorstep.weeks.WeekCounty;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** 排班人员。 Who makes plans: of the petition office or the coordination group, for the whole county. */
final class Planners {

    private Planners() {}

    static boolean mayPlan(Actor actor) {
        return actor.is(Role.PETITION_OFFICER, Role.DISPATCHER, Role.COORDINATION_GROUP)
                && WeekCounty.isWholeFor(actor);
    }

    static void only(Actor actor) {
        if (!actor.is(Role.PETITION_OFFICER, Role.DISPATCHER, Role.COORDINATION_GROUP)) {
            throw Named.roleMayNot();
        }
        ofTheCounty(actor);
    }

    /** Refuses who works for a part of the county only. */
    static void ofTheCounty(Actor actor) {
        WeekRefusal.WEEK_OF_THE_COUNTY.when(!WeekCounty.isWholeFor(actor));
    }

    static String county(Actor actor, @Nullable String named, ReferenceData reference, LocalDate today) {
        return WeekCounty.of(actor, named, reference, today).orElseThrow(Named::notFound);
    }

    static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException wrong) {
            throw new Malformed(FieldProblem.of("month", "NOT_A_DATE"));
        }
    }
}
