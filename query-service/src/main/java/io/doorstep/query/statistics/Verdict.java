package io.doorstep.query.statistics;

/** 履职结论。 What became of a duty. */
enum Verdict {
    /** 按期。 Done by its last day, a lawful extension or pause included. */
    KEPT("kept"),
    /** 逾期办。 Done, but later. */
    LATE("late"),
    /** 逾期未办。 Its last day is over, and it is not done. */
    OVERDUE("overdue"),
    /** 未到期。 Its last day is still to come. */
    NOT_YET_DUE("notYetDue"),
    /** 免除。 It fell away before its last day was over. */
    EXCLUDED("excluded");

    private final String key;

    Verdict(String key) {
        this.key = key;
    }

    /** Its name on the wire. */
    String key() {
        return key;
    }
}
