package io.doorstep.command.cases.decision;

import org.springframework.http.HttpStatus;

/**
 * 不予办理的理由。 Every reason for which a case says no. The name is the error code on the wire and, behind
 * {@code refusal.}, the key of the message in both languages.
 */
public enum Refusal {
    /** Who asks may not. */
    ROLE_MAY_NOT(HttpStatus.FORBIDDEN),
    NOT_OF_THE_ANSWERING_UNIT(HttpStatus.FORBIDDEN),

    /** Time and repetition. */
    STALE_VERSION(HttpStatus.PRECONDITION_FAILED),
    SAME_ID_OTHER_CONTENT,
    OCCURRED_AHEAD_OF_TIME,
    LATE_ENTRY_NEEDS_REASON,
    HAPPENED_BEFORE_REPORT,

    /** Report and correction. */
    PLACE_OUT_OF_SCOPE,
    TOO_MANY_REPRESENTATIVES,
    PARTY_SMALLER_THAN_ITS_NAMES,
    NOT_TO_BE_SETTLED_IN_ONE_GO,
    NOTHING_TO_CORRECT,

    /** The case is gone. */
    CASE_IS_VOIDED,
    CASE_HAS_LEFT,
    CASE_IS_CLOSED_OUT,

    /** Assignment. */
    ASSIGNEE_IS_ACCUSED,
    ASSIGNEE_ANSWERS_ALREADY,
    ASSIGNEE_IS_RECUSED,
    RECUSED_ALREADY,
    NOT_RECUSED,
    REPORT_BACK_BEFORE_ASSIGNMENT,
    NOT_ASSIGNED,
    SIGNED_ALREADY,
    NOT_SIGNED,
    RETURN_PROPOSED_ALREADY,
    NO_RETURN_PROPOSED,
    OBJECTION_PERIOD_OVER,

    /** Acceptance, exits, extension. */
    ACCEPTED_ALREADY,
    NOT_ACCEPTED,
    EXTENSION_AFTER_DUE_DATE,
    EXTENSION_TOO_LONG,
    APPROVER_IS_NOT_UNIT_HEAD,
    APPROVER_IS_HANDLER,
    NOTICE_NOT_GIVEN,
    DUE_DATE_UNKNOWN,

    /** Visits and resolution. */
    VISIT_RECORDED_ALREADY,
    VISIT_ENDS_BEFORE_IT_STARTS,
    COMMITMENT_NEEDS_DATE,
    INSPECTION_IS_FOR_THE_COORDINATION_GROUP,
    INSPECTION_OF_AN_OPEN_CASE,
    VISIT_NOT_ON_RECORD,
    RESOLVED_ALREADY,
    EVIDENCE_MISSING,
    ATTACHMENT_NOT_ON_RECORD,
    TOO_MANY_ATTACHMENTS,
    FOLLOWED_UP_ALREADY,
    NOTHING_WAS_PROMISED,
    PROMISE_TO_BE_ANSWERED,
    REASON_MISSING,
    ADOPTED_ONLY_FOR_SUGGESTIONS,
    OUTCOME_OF_ANOTHER_KIND,

    /** Mediation. */
    NOT_A_DISPUTE,
    MEDIATOR_WAS_REFUSED,
    NOT_A_MEDIATOR_OF_THE_CASE,
    AGREEMENT_REACHED_ALREADY,
    AGREEMENT_NOT_ON_RECORD,
    PERFORMANCE_BEFORE_AGREEMENT,
    NO_AGREEMENT,
    PERFORMANCE_KNOWN_ALREADY,
    CONFIRMATION_REQUESTED_ALREADY,
    CONFIRMATION_PERIOD_OVER,
    NO_CONFIRMATION_PENDING,
    AGREEMENT_NOT_BROKEN,

    /** Revisit, close-out, reopening. */
    NOT_RESOLVED_YET,
    REVISITOR_HANDLED_THE_CASE,
    NOT_CONFIRMED_BY_REVISIT,
    CLOSER_HANDLED_THE_CASE,
    NOTHING_TO_REOPEN,
    SAME_MATTER_IS_FINAL,

    /** Links and merging. */
    LINKED_TO_ITSELF,
    LINKED_ALREADY,
    NOT_LINKED,
    LINKED_OTHERWISE,
    OTHER_CASE_UNKNOWN,
    OTHER_CASE_HAS_LEFT,

    /** Supervision, rating, appeal. */
    ANSWER_BEFORE_ORDER,
    NO_SUPERVISION_TO_ANSWER,
    RATING_WINDOW_OVER,
    REVIEW_PENDING,
    REVIEW_BEFORE_OPINION,
    RECHECK_BEFORE_REVIEW,
    REVIEW_IS_FINAL,
    APPEAL_PERIOD_OVER,
    REVIEWER_HANDLED_THE_CASE,
    NO_REVIEW_PENDING,
    NO_RECHECK_PENDING,
    HEARING_AFTER_DUE_DATE,
    HEARING_BEGUN_ALREADY,
    HEARING_GOES_ON,
    NO_HEARING;

    private final HttpStatus status;

    Refusal() {
        this(HttpStatus.CONFLICT);
    }

    Refusal(HttpStatus status) {
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }

    public void when(boolean refused) {
        if (refused) {
            throw refused();
        }
    }

    public Refused refused() {
        return new Refused(this);
    }
}
