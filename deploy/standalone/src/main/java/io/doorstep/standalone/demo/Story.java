package io.doorstep.standalone.demo;

import io.doorstep.command.cases.accept.AcceptCase;
import io.doorstep.command.cases.assign.AssignCase;
import io.doorstep.command.cases.closeout.CloseOutCase;
import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.resolve.Proof;
import io.doorstep.command.cases.resolve.ResolveCase;
import io.doorstep.command.cases.revisit.RevisitCase;
import io.doorstep.command.cases.sign.SignAssignment;
import io.doorstep.command.cases.values.Assignee;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.cases.visit.RecordVisit;
import io.doorstep.identity.Actor;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.EvidenceType;
import io.doorstep.terms.ResolutionOutcome;
import io.doorstep.terms.ResolutionResult;
import io.doorstep.terms.RevisitVerdict;
import io.doorstep.terms.Satisfaction;
import io.doorstep.terms.Stance;
import io.doorstep.terms.VisitOutcome;
import io.doorstep.terms.VisitType;
import io.doorstep.vault.Private;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One case of the demonstration, told step by step; each step happens some days after the one before. */
final class Story {
    final CaseId id;
    final Matter matter;
    final Village village;
    final Random dice;
    final String unit;
    private final OfficeHours hours;
    private final List<Step> steps = new ArrayList<>();
    private Instant now;

    Story(CaseId id, Matter matter, Village village, Instant begin, OfficeHours hours, Random dice) {
        this.id = id;
        this.matter = matter;
        this.village = village;
        this.unit = village.answering(matter.unit());
        this.now = begin;
        this.hours = hours;
        this.dice = dice;
    }

    Instant now() {
        return now;
    }

    LocalDate day(Instant when) {
        return hours.day(when);
    }

    List<Step> steps() {
        return steps;
    }

    /** Lets between so many days pass, to office hours of a working day. */
    Story after(int leastDays, int mostDays) {
        now = hours.after(now, leastDays + dice.nextInt(mostDays - leastDays + 1), dice);
        return this;
    }

    Story does(Actor who, Function<Instant, CaseCommand> command) {
        steps.add(new Step("demo:" + id + ":" + steps.size(), now, who, command.apply(now)));
        now = now.plusSeconds(60L + dice.nextInt(600));
        return this;
    }

    // ---- what most cases go through ----

    Story assigned() {
        return after(0, 6).assignedTo(unit);
    }

    Story assignedTo(String to) {
        var assignee = new Assignee(to, Cast.handlerOf(to).id(), null);
        return does(Cast.DISPATCHER, when -> new AssignCase(id, when, assignee, null, new Private("请依法按期办理并反馈。")));
    }

    Story signed() {
        return after(0, 3).does(Cast.handlerOf(unit), when -> new SignAssignment(id, when));
    }

    Story accepted() {
        return after(1, 11).does(Cast.handlerOf(unit), when -> new AcceptCase(id, when, new Private("已向信访人出具受理告知书。")));
    }

    Story visited(VisitType type, VisitOutcome outcome) {
        var visitor = Cast.visitorOf(village.code());
        return does(visitor, when -> visit(visitor, when, type, outcome));
    }

    Story resolved() {
        return does(Cast.handlerOf(unit), when -> resolution(when, null));
    }

    Story confirmed() {
        var content = dice.nextInt(5) > 0;
        return after(3, 24)
                .does(
                        dice.nextInt(3) == 0 ? Cast.SUPERVISOR : Cast.OFFICER,
                        when -> new RevisitCase(
                                id,
                                when,
                                RevisitVerdict.CONFIRMED,
                                content ? Stance.ACCEPTS : Stance.UNDECIDED,
                                List.of(),
                                new Private("电话回访，办理结果属实。"),
                                content ? Satisfaction.SATISFIED : Satisfaction.MOSTLY_SATISFIED));
    }

    Story closedOut() {
        return after(1, 7).does(Cast.APPROVER, when -> new CloseOutCase(id, when, null));
    }

    CaseCommand resolution(Instant when, @Nullable UUID visit) {
        var outcome = matter.kind() == CaseKind.DISPUTE
                ? ResolutionOutcome.MEDIATED
                : matter.kind() == CaseKind.SUGGESTION
                        ? ResolutionOutcome.ADOPTED
                        : dice.nextInt(4) == 0 ? ResolutionOutcome.PARTLY_SUPPORTED : ResolutionOutcome.SUPPORTED;
        var stance = dice.nextInt(5) == 0 ? Stance.UNDECIDED : Stance.ACCEPTS;
        var proof = new Proof(
                matter.kind() == CaseKind.DISPUTE ? EvidenceType.AGREEMENT : EvidenceType.TEXT,
                new Private(matter.remedy()),
                null);
        return new ResolveCase(
                id,
                when,
                outcome,
                ResolutionResult.SETTLED,
                new Private(matter.remedy()),
                List.of(proof),
                visit == null ? null : visit.toString(),
                stance);
    }

    private CaseCommand visit(Actor visitor, Instant when, VisitType type, VisitOutcome outcome) {
        var promised = outcome == VisitOutcome.COMMITMENT;
        return new RecordVisit(
                id,
                when,
                visitId(),
                type,
                List.of(visitor.id()),
                village.code(),
                when.minusSeconds(3600),
                when,
                null,
                new Private(outcome == VisitOutcome.NOT_MET ? "上门未遇，已留联系卡。" : "当面听取诉求，查看现场。"),
                outcome,
                promised ? hours.day(when).plusDays(15) : null,
                outcome == VisitOutcome.NOT_MET ? Stance.UNKNOWN : Stance.UNDECIDED,
                null,
                List.of(),
                false);
    }

    UUID visitId() {
        return UUID.nameUUIDFromBytes(("visit " + id + " " + steps.size()).getBytes(StandardCharsets.UTF_8));
    }
}
