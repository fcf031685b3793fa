package io.doorstep.query.statistics;

import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.terms.RatingTarget;
import java.util.List;

/**
 * 统计指标。 All figures, each as what a case adds to it under a version of the {@link Definitions}. Source: domain rules of Doorstep
 * after Reg. 22, 23, 34 to 36; the wording for readers stands in {@code figure.*} of the messages.
 */
enum Figure {
    /** 化解率（按登记）。 Of the cases reported in the window: settled and not reopened. The headline. */
    RESOLUTION("resolution"),
    /** 化解率（按期间）。 Settled in the window, of the cases open at its start or reported in it. */
    RESOLUTION_FLOW("resolutionFlow"),
    /** 销号率。 Of the cases reported in the window: closed out, net of reopenings. */
    CLOSE_OUT("closeOut"),
    /** 按期办结率。 Of the duties falling due in the window: resolved by the due date. */
    ON_TIME("onTime"),
    /** 及时受理率。 Of the notices falling due in the window: given in time. */
    TIMELY_ACCEPTANCE("timelyAcceptance"),
    /** 息诉息访率。 Of the resolutions in the window: those that the petitioner accepts. */
    SETTLEMENT("settlement"),
    /** 门口化解。 Of the resolutions in the window: by a visit at the village or home. */
    DOORSTEP("doorstep"),
    /** 回访核实率。 Of the revisits in the window that reached the petitioner: confirmed. */
    REVISIT_CONFIRMATION("revisitConfirmation"),
    /** 重开率。 Of the close-outs in the window: reopened since. */
    REOPEN("reopen"),
    /** 重复信访率。 Of the reports in the window: the same matter again, as a person decided. */
    REPEAT("repeat"),
    /** 一次性化解率。 Of the first petitions closed out in the window and observed long enough: nothing came after. */
    FIRST_TIME("firstTime"),
    /** 满意率（信访部门）。 Of the ratings of the petition bureau: satisfied or mostly. */
    SATISFACTION_BUREAU("satisfactionBureau"),
    /** 参评率（信访部门）。 Of those who could rate the petition bureau: who did. */
    PARTICIPATION_BUREAU("participationBureau"),
    /** 满意率（承办单位）。 Of the ratings of the handling unit: satisfied or mostly. */
    SATISFACTION_UNIT("satisfactionUnit"),
    /** 参评率（承办单位）。 Of those who could rate the handling unit: who did. */
    PARTICIPATION_UNIT("participationUnit"),
    /** 建议采纳率。 Of the suggestions reported in the window: adopted. */
    ADOPTION("adoption");

    private final String key;

    Figure(String key) {
        this.key = key;
    }

    /** Its name on the wire. */
    String key() {
        return key;
    }

    /** What the case adds to this figure: nothing, one thing, or one for each cycle, duty or revisit. */
    List<Counted> of(CaseAsOf state, Window window) {
        if (!window.definitions().knows(this)) {
            return List.of();
        }
        var rule = window.rule(this);
        return rule.without(state, counted(state, window, rule));
    }

    private List<Counted> counted(CaseAsOf state, Window window, FigureRule rule) {
        return switch (this) {
            case RESOLUTION -> Cohorts.resolution(state, window, rule);
            case RESOLUTION_FLOW -> Cohorts.resolutionFlow(state, window, rule);
            case CLOSE_OUT -> Cohorts.closeOut(state, window, rule);
            case ON_TIME -> Duties.onTime(state, window, rule);
            case TIMELY_ACCEPTANCE -> Duties.timelyAcceptance(state, window, rule);
            case SETTLEMENT -> Outcomes.settlement(state, window, rule);
            case DOORSTEP -> Outcomes.doorstep(state, window, rule);
            case REVISIT_CONFIRMATION -> Outcomes.revisitConfirmation(state, window, rule);
            case REOPEN -> Outcomes.reopen(state, window, rule);
            case REPEAT -> Cohorts.repeat(state, window, rule);
            case FIRST_TIME -> FirstTime.of(state, window, rule);
            case SATISFACTION_BUREAU -> Ratings.satisfaction(state, window, rule, RatingTarget.PETITION_BUREAU);
            case PARTICIPATION_BUREAU -> Ratings.participation(state, window, rule, RatingTarget.PETITION_BUREAU);
            case SATISFACTION_UNIT -> Ratings.satisfaction(state, window, rule, RatingTarget.HANDLING_UNIT);
            case PARTICIPATION_UNIT -> Ratings.participation(state, window, rule, RatingTarget.HANDLING_UNIT);
            case ADOPTION -> Cohorts.adoption(state, window, rule);
        };
    }
}
