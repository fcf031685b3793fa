package io.doorstep.weeks;

import java.time.LocalDate;
import java.util.List;

/** 本周计划。 What the published plan of a no-meeting week gives to somebody. */
public interface Planned {

    /**
     * Ids of the cases planned for an account in the no-meeting week that the day lies in, in the order of days and visits;
     * none when there is no such week, or no plan. Whether he may know of them is for the asker to see to.
     */
    List<String> casesOf(String account, LocalDate day);
}
