package io.doorstep.weeks;

/** 无会周成效。 What came of a plan, counted by the reading side. */
public interface WeekOutcome {

    /** 成效数据。 */
    record Figures(int planned, int visited, int resolved, int commitments, int missed) {}

    /** Counts over all planned cases, whoever asks; numbers only. */
    Figures of(WeekRecord week);
}
