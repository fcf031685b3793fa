package io.doorstep.query.statistics;

import io.doorstep.policy.DeadlineClock;

/**
 * 法定职责。 What has to be done by a day; each with the clock whose rule names its article. Source: Reg. 22, 23, 34 to 36;
 * revisit and mediation after the rules of this product.
 */
enum LegalDuty {
    /** 转送交办。 To assign or take on what was reported. */
    TRANSFER("transfer", DeadlineClock.TRANSFER),
    /** 告知。 To tell the petitioner whether the matter is taken on. */
    NOTICE("notice", DeadlineClock.NOTICE),
    /** 办理。 To handle what was taken on. */
    HANDLING("handling", DeadlineClock.HANDLING),
    /** 限期反馈。 To report back by the day that the assigner set; the article of transfers says so, too. */
    REPORT_BACK("reportBack", DeadlineClock.TRANSFER),
    /** 复查。 To decide a review. */
    REVIEW("review", DeadlineClock.REVIEW),
    /** 复核。 To decide a recheck. */
    RECHECK("recheck", DeadlineClock.RECHECK),
    /** 调解。 To mediate a dispute. */
    MEDIATION("mediation", DeadlineClock.MEDIATION),
    /** 回访。 To check back with the petitioner. */
    REVISIT("revisit", DeadlineClock.REVISIT);

    private final String key;
    private final DeadlineClock clock;

    LegalDuty(String key, DeadlineClock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** Its name on the wire. */
    String key() {
        return key;
    }

    DeadlineClock clock() {
        return clock;
    }

    /** Whether it counts only when its last day is over, as the on-time rate has it; all others count once they are done. */
    boolean countsWhenOver() {
        return this == HANDLING || this == MEDIATION;
    }
}
