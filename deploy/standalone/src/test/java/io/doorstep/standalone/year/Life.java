package io.doorstep.standalone.year;

import io.doorstep.command.cases.accept.AcceptCase;
import io.doorstep.command.cases.assign.AssignCase;
import io.doorstep.command.cases.closeout.CloseOutCase;
import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.extend.ExtendDeadline;
import io.doorstep.command.cases.reopen.ReopenCase;
import io.doorstep.command.cases.report.ReportCase;
import io.doorstep.command.cases.resolve.Proof;
import io.doorstep.command.cases.resolve.ResolveCase;
import io.doorstep.command.cases.revisit.RevisitCase;
import io.doorstep.command.cases.sign.SignAssignment;
import io.doorstep.command.cases.supervise.AnswerSupervision;
import io.doorstep.command.cases.values.Assignee;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.cases.values.Person;
import io.doorstep.command.cases.voiding.VoidCase;
import io.doorstep.identity.Actor;
import io.doorstep.policy.DeadlineClock;
import io.doorstep.policy.Deadlines;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.Channel;
import io.doorstep.terms.EvidenceType;
import io.doorstep.terms.ResolutionOutcome;
import io.doorstep.terms.ResolutionResult;
import io.doorstep.terms.RevisitVerdict;
import io.doorstep.terms.Role;
import io.doorstep.terms.Stance;
import io.doorstep.vault.Private;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 一件事的一生。 What is done about one case on which day, as dice have it; some of it too late. It keeps its own book of what is
 * to be done by when, without asking the product.
 */
final class Life {

    static final Actor OFFICER = Actor.of("officer", "u-petition-bureau", Role.PETITION_OFFICER);
    static final Actor DISPATCHER = Actor.of("dispatcher", "u-petition-bureau", Role.DISPATCHER);
    static final Actor HANDLER = Actor.of("handler", "u-natural-resources", Role.HANDLER);
    static final Actor APPROVER = Actor.of("approver", "u-petition-bureau", Role.CLOSEOUT_APPROVER);

    /** What comes next. */
    private enum Stage {
        REPORT,
        ASSIGN,
        SIGN,
        ACCEPT,
        EXTEND,
        RESOLVE,
        REVISIT,
        CLOSE,
        REOPEN,
        RESOLVE_AGAIN,
        REVISIT_AGAIN,
        CLOSE_AGAIN,
        OVER
    }

    /** A command and who sends it. */
    record Deed(Actor who, CaseCommand command) {}

    final String id;
    final List<ExpectedDuty> duties = new ArrayList<>();
    private final CaseKind kind;
    private final Random dice;
    private final Deadlines deadlines;
    private Stage next = Stage.REPORT;
    private LocalDate day;
    private int cycle = 1;
    private @Nullable Instant accepted;
    private @Nullable LocalDate answerOn;

    Life(LocalDate reported, Random dice, Deadlines deadlines) {
        this.id = new UUID(dice.nextLong(), dice.nextLong()).toString();
        this.kind = dice.nextInt(4) == 0 ? CaseKind.DISPUTE : CaseKind.PETITION;
        this.day = reported;
        this.dice = dice;
        this.deadlines = deadlines;
    }

    boolean over() {
        return next == Stage.OVER;
    }

    boolean closed() {
        return next == Stage.REOPEN || over();
    }

    boolean supervised() {
        return answerOn != null;
    }

    /** What is to be done by the end of a day. */
    @Nullable
    Deed on(LocalDate today, Instant now) {
        var closes = !day.isAfter(today) && (next == Stage.CLOSE || next == Stage.CLOSE_AGAIN);
        if (answerOn != null && (closes || !answerOn.isAfter(today))) {
            answerOn = null;
            done("SUPERVISION", now);
            return new Deed(HANDLER, new AnswerSupervision(caseId(), null, text()));
        }
        return day.isAfter(today) ? null : step(today, now);
    }

    /** The product ordered supervision by rule, to be answered by a day. */
    void ordered(LocalDate answerBy, Instant now) {
        due("SUPERVISION", answerBy, now);
        answerOn = deadlines.day(now).plusDays(1L + dice.nextInt(14));
    }

    private Deed step(LocalDate today, Instant now) {
        return switch (next) {
            case REPORT -> {
                due("TRANSFER", last(DeadlineClock.TRANSFER, now, 0), now);
                go(Stage.ASSIGN, today, 0, 22);
                yield new Deed(OFFICER, report());
            }
            case ASSIGN -> assign(today, now);
            case SIGN -> {
                due("NOTICE", last(DeadlineClock.NOTICE, now, 0), now);
                go(Stage.ACCEPT, today, 0, 25);
                yield new Deed(HANDLER, new SignAssignment(caseId(), null));
            }
            case ACCEPT -> {
                accepted = now;
                done("NOTICE", now);
                due(handling().name(), last(handling(), now, 0), now);
                go(dice.nextInt(6) == 0 ? Stage.EXTEND : Stage.RESOLVE, today, 5, 20);
                if (next == Stage.RESOLVE) {
                    go(Stage.RESOLVE, today, 10, 110);
                }
                yield new Deed(HANDLER, new AcceptCase(caseId(), null, null));
            }
            case EXTEND -> {
                done(handling().name(), now);
                due(handling().name(), last(handling(), Objects.requireNonNull(accepted), 30), now);
                go(Stage.RESOLVE, today, 10, 120);
                yield new Deed(HANDLER, new ExtendDeadline(caseId(), null, 30, text(), "head", true));
            }
            case RESOLVE, RESOLVE_AGAIN -> resolve(today, now);
            case REVISIT, REVISIT_AGAIN -> {
                done("REVISIT", now);
                go(next == Stage.REVISIT ? Stage.CLOSE : Stage.CLOSE_AGAIN, today, 1, 10);
                yield new Deed(
                        OFFICER,
                        new RevisitCase(
                                caseId(), null, RevisitVerdict.CONFIRMED, Stance.ACCEPTS, List.of(), text(), null));
            }
            case CLOSE, CLOSE_AGAIN -> {
                var again = next == Stage.CLOSE && dice.nextInt(8) == 0;
                go(again ? Stage.REOPEN : Stage.OVER, today, 5, 30);
                yield new Deed(APPROVER, new CloseOutCase(caseId(), null, null));
            }
            case REOPEN -> {
                cycle = 2;
                due(handling().name(), last(handling(), now, 0), now);
                go(Stage.RESOLVE_AGAIN, today, 10, 90);
                yield new Deed(OFFICER, new ReopenCase(caseId(), null, text()));
            }
            case OVER -> throw new IllegalStateException("nothing is left to be done");
        };
    }

    private Deed assign(LocalDate today, Instant now) {
        done("TRANSFER", now);
        if (dice.nextInt(20) == 0) {
            go(Stage.OVER, today, 0, 1);
            return new Deed(OFFICER, new VoidCase(caseId(), null, text()));
        }
        var by = dice.nextInt(3) == 0 ? today.plusDays(20L + dice.nextInt(60)) : null;
        if (by != null) {
            due("REPORT_BACK", by, now);
        }
        go(Stage.SIGN, today, 0, 4);
        return new Deed(
                DISPATCHER,
                new AssignCase(caseId(), null, new Assignee("u-natural-resources", "handler", null), by, null));
    }

    private Deed resolve(LocalDate today, Instant now) {
        done(handling().name(), now);
        done("REPORT_BACK", now);
        due("REVISIT", last(DeadlineClock.REVISIT, now, 0), now);
        go(next == Stage.RESOLVE ? Stage.REVISIT : Stage.REVISIT_AGAIN, today, 3, 40);
        return new Deed(
                HANDLER,
                new ResolveCase(
                        caseId(),
                        null,
                        ResolutionOutcome.SUPPORTED,
                        ResolutionResult.SETTLED,
                        text(),
                        List.of(new Proof(EvidenceType.TEXT, text(), null)),
                        null,
                        Stance.ACCEPTS));
    }

    private ReportCase report() {
        var person = new Person(
                UUID.nameUUIDFromBytes(id.getBytes(java.nio.charset.StandardCharsets.UTF_8)), text(), null, null, null);
        return new ReportCase(
                caseId(),
                null,
                kind,
                Channel.VISIT,
                "020201",
                "430525001001",
                "补偿款没有发",
                null,
                List.of(person),
                1,
                List.of(),
                null);
    }

    private CaseId caseId() {
        return new CaseId(UUID.fromString(id));
    }

    private static Private text() {
        return new Private("模拟");
    }

    private DeadlineClock handling() {
        return DeadlineClock.startedByAcceptanceOf(kind);
    }

    private LocalDate last(DeadlineClock clock, Instant start, int extraDays) {
        return Objects.requireNonNull(deadlines.due(clock, start, extraDays).lastDay());
    }

    private void go(Stage stage, LocalDate today, int least, int most) {
        next = stage;
        day = stage == Stage.OVER ? LocalDate.MAX : today.plusDays(least + (long) dice.nextInt(most - least + 1));
    }

    private void due(String clock, LocalDate lastDay, Instant now) {
        duties.add(new ExpectedDuty(id, clock, cycle, lastDay, now));
    }

    private void done(String clock, Instant now) {
        duties.stream()
                .filter(duty -> duty.clock.equals(clock) && duty.until == null)
                .forEach(duty -> duty.until = now);
    }
}
