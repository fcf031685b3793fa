package io.doorstep.command.weeks;

import io.doorstep.web.Named;
import org.springframework.http.HttpStatus;

/** 无会周的“不”。 Every no of a week; the name is the code on the wire and the key of its message. */
enum WeekRefusal {
    /** He works for a part of the county only. */
    WEEK_OF_THE_COUNTY(HttpStatus.CONFLICT),
    /** Its dates are not proclaimed yet. */
    WEEK_NOT_PROCLAIMED(HttpStatus.CONFLICT),
    /** The rules find no such week in the month, or its calendar is unknown. */
    NO_WEEK_IN_MONTH(HttpStatus.CONFLICT),
    /** A plan was published for the dates as they are. */
    PLAN_IS_PUBLISHED(HttpStatus.CONFLICT),
    /** No plan is published. */
    PLAN_NOT_PUBLISHED(HttpStatus.CONFLICT),
    /** The week is closed. */
    WEEK_IS_CLOSED(HttpStatus.CONFLICT),
    /** The week is not over. */
    WEEK_NOT_OVER(HttpStatus.CONFLICT),
    /** Somebody else changed the draft meanwhile. */
    DRAFT_STALE(HttpStatus.PRECONDITION_FAILED),
    /** Since the draft was made, a case left the list, or somebody may no longer visit it. */
    DRAFT_OUTDATED(HttpStatus.CONFLICT),
    /** Recusal and days away are not for anybody to set aside. */
    PIN_NOT_ALLOWED(HttpStatus.CONFLICT),
    /** Another plan is being made. */
    PLANNING_BUSY(HttpStatus.CONFLICT);

    private final HttpStatus status;

    WeekRefusal(HttpStatus status) {
        this.status = status;
    }

    void when(boolean refused) {
        if (refused) {
            throw refused();
        }
    }

    Named refused() {
        return new Named(status, name());
    }
}
