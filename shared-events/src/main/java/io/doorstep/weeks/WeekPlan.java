package io.doorstep.weeks;

import io.doorstep.terms.VisitReason;
import io.doorstep.terms.VisitType;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** 排班方案。 Who visits which case when, why, what is left out, and what it comes to. */
public record WeekPlan(List<Choice> choices, List<LeftOut> leftOut, List<Day> days, Figures figures) {

    /**
     * 安排及缘由。
     *
     * @param order of the visit in the day, from 1
     */
    public record Choice(
            String caseId,
            String leader,
            LocalDate day,
            int order,
            String place,
            VisitType type,
            Set<VisitReason> reasons,
            boolean pinned,
            List<Rule> overruled,
            List<Why> why) {

        public Placed placed() {
            return new Placed(caseId, leader, day);
        }
    }

    /** 未排案件。 A case that nobody visits in the week, and what kept it out. */
    public record LeftOut(String caseId, String place, VisitType type, Set<VisitReason> reasons, Why why) {}

    /**
     * 一日。 A leader's day.
     *
     * @param metres from the township's centre through the places and back, in straight lines
     * @param unknown places whose way is not counted
     */
    public record Day(String leader, LocalDate day, String township, int cases, int load, long metres, int unknown) {}

    /**
     * 方案数据。
     *
     * @param unknown reached cases whose way is not counted
     */
    public record Figures(
            int candidates, int overdue, int reached, int overdueReached, long metres, int stops, int unknown) {}

    /** Where each case stands. */
    public List<Placed> placed() {
        return choices.stream().map(Choice::placed).toList();
    }
}
