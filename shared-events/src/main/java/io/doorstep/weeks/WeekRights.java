package io.doorstep.weeks;

import io.doorstep.identity.Actor;
import io.doorstep.identity.Reach;
import io.doorstep.terms.Role;

/** 无会周权限。 Whose business plans and sheets are. */
public final class WeekRights {

    private static final Role[] PLANNERS = {Role.PETITION_OFFICER, Role.DISPATCHER, Role.COORDINATION_GROUP};

    private WeekRights() {}

    /** Whether planning is his role; whether he works for the whole county is another question. */
    public static boolean isPlanner(Actor viewer) {
        return viewer.is(PLANNERS);
    }

    /** Whether plans and sheets of others concern him. */
    public static boolean oversees(Actor viewer) {
        return viewer.is(PLANNERS) || viewer.is(Role.SUPERVISOR);
    }

    /** Whether he may look at the sheet of a leader; what of it he may know is for each case to say. */
    public static boolean seesSheet(Actor viewer, String leader) {
        return viewer.reach().compareTo(Reach.OWN_UNIT) >= 0 && (viewer.id().equals(leader) || oversees(viewer));
    }
}
