package io.doorstep.query.closeoutlist;

/** 销号进度。 How far a resolved cycle has come on its way off the problem list. */
enum CloseOutState {
    /** 待回访。 A revisit has to confirm it first. */
    WAITING_REVISIT,
    /** 待销号。 Nothing but the second pair of eyes is missing. */
    WAITING_CLOSE_OUT,
    /** 已销号。 Struck off, whatever came later. */
    CLOSED_OUT
}
