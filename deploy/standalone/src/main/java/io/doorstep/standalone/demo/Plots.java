package io.doorstep.standalone.demo;

import io.doorstep.command.cases.closeout.CloseOutCase;
import io.doorstep.command.cases.decline.DeclineCase;
import io.doorstep.command.cases.divert.DivertCase;
import io.doorstep.command.cases.extend.ExtendDeadline;
import io.doorstep.command.cases.note.NoteProgress;
import io.doorstep.command.cases.rate.RateSatisfaction;
import io.doorstep.command.cases.reopen.ReopenCase;
import io.doorstep.command.cases.returns.DecideReturn;
import io.doorstep.command.cases.returns.ProposeReturn;
import io.doorstep.command.cases.review.DecideReview;
import io.doorstep.command.cases.review.RequestReview;
import io.doorstep.command.cases.revisit.RevisitCase;
import io.doorstep.command.cases.sign.SignAssignment;
import io.doorstep.command.cases.supervise.AnswerSupervision;
import io.doorstep.command.cases.supervise.OrderSupervision;
import io.doorstep.command.cases.urge.UrgeCase;
import io.doorstep.command.cases.voiding.VoidCase;
import io.doorstep.command.cases.withdraw.WithdrawCase;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.DiversionRoute;
import io.doorstep.terms.RatingTarget;
import io.doorstep.terms.ReviewDecision;
import io.doorstep.terms.ReviewStage;
import io.doorstep.terms.RevisitVerdict;
import io.doorstep.terms.Satisfaction;
import io.doorstep.terms.Stance;
import io.doorstep.terms.SupervisionLevel;
import io.doorstep.terms.VisitOutcome;
import io.doorstep.terms.VisitType;
import io.doorstep.vault.Private;
import java.util.List;

/** How a case goes on after its report. What would lie in the future is left out, and so some are still under way. */
final class Plots {
    private Plots() {}

    static void ordinary(Story it) {
        it.assigned().signed().accepted();
        if (it.dice.nextInt(3) == 0) {
            it.after(3, 10).visited(VisitType.DOWN_VISIT, VisitOutcome.COMMITMENT);
        }
        note(it, "已与当事人核对情况，正在协调有关单位。");
        it.after(5, 34).resolved().confirmed().closedOut();
        rated(it);
    }

    /** Nobody has assigned it to anybody yet. */
    static void leftLying(Story it) {
        it.after(20, 40).assigned();
    }

    /** Lasts longer than it should. */
    static void slow(Story it) {
        it.assigned().signed().accepted().after(35, 50);
        it.does(Cast.SUPERVISOR, when -> new UrgeCase(it.id, when, new Private("临近期限，请抓紧办理。")));
        it.after(25, 45).resolved().confirmed().closedOut();
    }

    static void extended(Story it) {
        // mediation has 30 days, handling 60
        var early = it.matter.kind() == CaseKind.DISPUTE;
        it.assigned().signed().accepted().after(early ? 12 : 30, early ? 22 : 45);
        it.does(
                Cast.handlerOf(it.unit),
                when -> new ExtendDeadline(
                        it.id,
                        when,
                        15 + 15 * it.dice.nextInt(2),
                        new Private("情况复杂，需现场勘验。"),
                        Cast.headOf(it.unit).id(),
                        true));
        it.after(12, 28).resolved().confirmed().closedOut();
    }

    /** The revisit finds that nothing was settled; the second attempt does. */
    static void notConfirmed(Story it) {
        it.assigned().signed().accepted().after(8, 30).resolved().after(3, 20);
        it.does(
                Cast.OFFICER,
                when -> new RevisitCase(
                        it.id,
                        when,
                        RevisitVerdict.NOT_RESOLVED,
                        Stance.OBJECTS,
                        List.of(),
                        new Private("信访人反映问题仍在，现场查看属实。"),
                        Satisfaction.DISSATISFIED));
        it.after(5, 25).visited(VisitType.DOWN_VISIT, VisitOutcome.COMMITMENT);
        it.after(3, 15).resolved().confirmed().closedOut();
    }

    static void reopenedOnRequest(Story it) {
        ordinary(it);
        it.after(10, 40).does(Cast.OFFICER, when -> new ReopenCase(it.id, when, new Private("问题反弹，信访人再次反映。")));
        it.after(5, 25).resolved().confirmed().closedOut();
    }

    static void sentToTheWrongUnit(Story it) {
        var wrong = it.unit.equals("u-transport") ? "u-education" : "u-transport";
        it.after(0, 4).assignedTo(wrong);
        it.after(0, 2).does(Cast.handlerOf(wrong), when -> new SignAssignment(it.id, when));
        it.after(1, 2).does(Cast.handlerOf(wrong), when -> new ProposeReturn(it.id, when, new Private("不属于我单位职责范围。")));
        it.after(1, 2).does(Cast.DISPATCHER, when -> new DecideReturn(it.id, when, true, new Private("同意退办，另行交办。")));
        it.assigned().signed().accepted().after(8, 30).resolved().confirmed().closedOut();
    }

    static void returnRefused(Story it) {
        it.assigned().signed().after(1, 2);
        it.does(Cast.handlerOf(it.unit), when -> new ProposeReturn(it.id, when, new Private("建议由乡镇办理。")));
        it.after(1, 2).does(Cast.DISPATCHER, when -> new DecideReturn(it.id, when, false, new Private("职责明确，请继续办理。")));
        it.accepted().after(8, 30).resolved().confirmed().closedOut();
    }

    static void declined(Story it) {
        it.assigned().signed().after(2, 9);
        it.does(
                Cast.handlerOf(it.unit),
                when -> new DeclineCase(it.id, when, new Private("同一事项已有复核意见。"), new Private("已书面告知并说明理由。")));
    }

    static void diverted(Story it) {
        var routes = DiversionRoute.values();
        var route = routes[it.dice.nextInt(routes.length)];
        var to = switch (route) {
            case COURT -> "洞口县人民法院";
            case ARBITRATION -> "劳动人事争议仲裁委员会";
            case PARTY -> "纪检监察机关";
            case ADMINISTRATIVE -> "行政复议机构";
        };
        it.assigned().signed().after(2, 9);
        it.does(Cast.handlerOf(it.unit), when -> new DivertCase(it.id, when, route, to, new Private("已告知法定途径。")));
    }

    static void withdrawn(Story it) {
        it.assigned().after(2, 12).does(Cast.OFFICER, when -> new WithdrawCase(it.id, when, new Private("双方已自行和解。")));
    }

    static void voided(Story it) {
        it.after(0, 2).does(Cast.OFFICER, when -> new VoidCase(it.id, when, new Private("重复录入。")));
    }

    /** A joint petition: an appointed visit, and the county keeps an eye on it. */
    static void joint(Story it) {
        it.assigned().signed().accepted().after(2, 6).visited(VisitType.APPOINTED_VISIT, VisitOutcome.COMMITMENT);
        it.after(10, 20)
                .does(
                        Cast.SUPERVISOR,
                        when -> new OrderSupervision(
                                it.id,
                                when,
                                SupervisionLevel.COUNTY,
                                it.day(when).plusDays(10),
                                new Private("涉及人数较多，请限期报告进展。")));
        it.after(3, 12)
                .does(
                        Cast.handlerOf(it.unit),
                        when -> new AnswerSupervision(it.id, when, new Private("已召开协调会，方案正在公示。")));
        it.after(8, 25).resolved().confirmed().closedOut();
    }

    /** Settled by whoever came in the no-meeting week. */
    static void settledAtTheDoor(Story it) {
        var visit = it.visitId();
        it.visited(VisitType.DOWN_VISIT, VisitOutcome.RESOLVED_ON_SPOT);
        it.does(Cast.visitorOf(it.village.code()), when -> it.resolution(when, visit));
        it.confirmed().closedOut();
    }

    /** Nobody was at home; weeks later it is still open. */
    static void stuck(Story it) {
        it.assigned().signed().accepted().after(4, 12).visited(VisitType.DOWN_VISIT, VisitOutcome.NOT_MET);
        it.after(25, 40).does(Cast.SUPERVISOR, when -> new UrgeCase(it.id, when, new Private("长期未有进展，请说明原因。")));
        note(it, "当事人外出务工，电话联系中。");
    }

    static void appealed(Story it) {
        it.assigned().signed().accepted().after(10, 30).resolved().after(5, 25);
        it.does(Cast.OFFICER, when -> new RequestReview(it.id, when, ReviewStage.REVIEW, new Private("不服办理意见，请求复查。")));
        var decision = it.dice.nextInt(3) == 0 ? ReviewDecision.CHANGED : ReviewDecision.UPHELD;
        it.after(10, 28)
                .does(Cast.SUPERVISOR, when -> new DecideReview(it.id, when, null, decision, new Private("复查意见已送达。")));
        if (decision == ReviewDecision.CHANGED) {
            it.after(5, 20).resolved();
        }
        it.confirmed().closedOut();
    }

    /** What was settled in 30 seconds and needs no revisit by the policy, or does. */
    static void settledOnTheSpot(Story it, boolean needsRevisit) {
        if (needsRevisit) {
            it.confirmed();
        }
        it.after(1, 9).does(Cast.APPROVER, when -> new CloseOutCase(it.id, when, null));
    }

    private static void note(Story it, String text) {
        it.after(1, 6).does(Cast.handlerOf(it.unit), when -> new NoteProgress(it.id, when, new Private(text)));
    }

    private static void rated(Story it) {
        if (it.dice.nextInt(3) == 0) {
            var target = it.dice.nextBoolean() ? RatingTarget.HANDLING_UNIT : RatingTarget.PETITION_BUREAU;
            var chance = it.dice.nextInt(10);
            var rating = chance < 6
                    ? Satisfaction.SATISFIED
                    : chance < 9 ? Satisfaction.MOSTLY_SATISFIED : Satisfaction.DISSATISFIED;
            it.after(1, 5).does(Cast.OFFICER, when -> new RateSatisfaction(it.id, when, target, rating, null));
        }
    }
}
