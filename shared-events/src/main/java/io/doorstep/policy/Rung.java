package io.doorstep.policy;

import java.util.List;
import java.util.Set;

/**
 * 提醒级次。 One rung of the ladder: so many days before or after a last day, who is told what.
 *
 * @param days after the last day; negative before it, 0 on it
 * @param clocks which duties: constants of {@link DeadlineClock}, REPORT_BACK, SUPERVISION and the like; empty for all
 * @param tell whom
 * @param level what is done besides telling
 */
public record Rung(int days, Set<String> clocks, List<Told> tell, Level level) {

    /** 级别。 What a rung does. */
    public enum Level {
        /** 提醒。 Tells, and no more. */
        REMIND,
        /** 催办。 Puts on record that the case was urged. */
        URGE,
        /** 督办。 Orders the case to be seen to, with an answer by a day. */
        SUPERVISE
    }

    /** 告知对象。 Who is told, as somebody of the case and never by name. */
    public enum Told {
        /** 经办人。 Whoever has to do it: the officer of the assignment, else his unit, else the petition office. */
        RESPONSIBLE,
        /** 单位负责人。 The heads of the unit that answers. */
        UNIT_HEAD,
        /** 包案领导。 The leader who answers for a hard case. */
        LEAD,
        /** 信访部门。 The petition officers and dispatchers of the place. */
        OFFICE,
        /** 督查员。 The supervisors of the place. */
        SUPERVISOR
    }

    /** Throws {@link IllegalArgumentException} when nobody is told. */
    public Rung {
        if (tell.isEmpty()) {
            throw new IllegalArgumentException("a rung at " + days + " days tells nobody");
        }
        clocks = Set.copyOf(clocks);
        tell = List.copyOf(tell);
    }

    public boolean concerns(String clock) {
        return clocks.isEmpty() || clocks.contains(clock);
    }
}
