package io.doorstep.terms;

/** 走访缘由。 Why a case is to be visited now, the most urgent first. */
public enum VisitReason {
    /** 已超期。 Something was to be done by a day that is over. */
    OVERDUE(100),
    /** 重复信访。 The same matter again. */
    REPEAT(6),
    /** 集体访。 Brought by several. */
    JOINT(6),
    /** 久拖未结。 Open for long. */
    LONG_OPEN(4),
    /** 村久未访。 Nobody visited its village for long. */
    VILLAGE_UNVISITED(3),
    /** 抽查办结。 Closed out, and drawn to be inspected. */
    SAMPLED(1);

    private final int urgency;

    VisitReason(int urgency) {
        this.urgency = urgency;
    }

    /** How much it weighs against other cases when not all can be visited; a figure of the case, of no person. */
    public int urgency() {
        return urgency;
    }
}
