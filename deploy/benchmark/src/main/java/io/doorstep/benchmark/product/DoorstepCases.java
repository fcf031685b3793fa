package io.doorstep.benchmark.product;

import static io.doorstep.terms.Role.CLOSEOUT_APPROVER;
import static io.doorstep.terms.Role.DISPATCHER;
import static io.doorstep.terms.Role.HANDLER;
import static io.doorstep.terms.Role.PETITION_OFFICER;
import static io.doorstep.terms.Role.SUPERVISOR;

import io.doorstep.benchmark.Contestant;
import io.doorstep.benchmark.Database;
import io.doorstep.benchmark.Life;
import io.doorstep.benchmark.Step;
import io.doorstep.command.cases.accept.AcceptCase;
import io.doorstep.command.cases.assign.AssignCase;
import io.doorstep.command.cases.closeout.CloseOutCase;
import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.report.ReportCase;
import io.doorstep.command.cases.resolve.Proof;
import io.doorstep.command.cases.resolve.ResolveCase;
import io.doorstep.command.cases.revisit.RevisitCase;
import io.doorstep.command.cases.values.Assignee;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.cases.values.Person;
import io.doorstep.command.cases.visit.RecordVisit;
import io.doorstep.command.dispatch.Commands;
import io.doorstep.command.dispatch.Sending;
import io.doorstep.identity.Actor;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.Channel;
import io.doorstep.terms.EvidenceType;
import io.doorstep.terms.ResolutionOutcome;
import io.doorstep.terms.ResolutionResult;
import io.doorstep.terms.RevisitVerdict;
import io.doorstep.terms.Satisfaction;
import io.doorstep.terms.Stance;
import io.doorstep.terms.VisitOutcome;
import io.doorstep.terms.VisitType;
import io.doorstep.vault.Private;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * 本产品，经命令入口。 Each step is a command through the gateway that the endpoints use: with its receipt, the version that was
 * seen, sealed words, and one petitioner with a telephone number. The reading side runs beside it.
 */
public final class DoorstepCases implements Contestant {
    static final String UNIT = "u-natural-resources";
    static final String PLACE = "430525001201";
    private static final String BUREAU = "u-petition-bureau";
    private static final Actor OFFICER = Actor.of("officer", BUREAU, PETITION_OFFICER);
    private static final Actor DISPATCH = Actor.of("dispatcher", BUREAU, DISPATCHER);
    private static final Actor HANDLES = Actor.of("handler", UNIT, HANDLER);
    private static final Actor SUPERVISES = Actor.of("supervisor", BUREAU, SUPERVISOR);
    private static final Actor APPROVES = Actor.of("approver", BUREAU, CLOSEOUT_APPROVER);

    private final Office office;
    private final Commands commands;

    public DoorstepCases(Database database, Path files) {
        this(new Office(database, files));
    }

    public DoorstepCases(Office office) {
        this.office = office;
        this.commands = office.bean(Commands.class);
    }

    @Override
    public void take(Step step, Life life) {
        commands.send(
                command(step, new CaseId(life.id()), new Private(life.words(step))),
                new Sending(
                        who(step),
                        List.of(life.id() + ":" + step),
                        "of the benchmark",
                        step == Step.REPORTED ? null : (long) step.before(),
                        null,
                        null));
    }

    private static Actor who(Step step) {
        return switch (step) {
            case REPORTED, ACCEPTED -> OFFICER;
            case ASSIGNED -> DISPATCH;
            case VISITED, RESOLVED -> HANDLES;
            case REVISITED -> SUPERVISES;
            case CLOSED_OUT -> APPROVES;
        };
    }

    private static CaseCommand command(Step step, CaseId id, Private words) {
        return switch (step) {
            case REPORTED ->
                new ReportCase(
                        id,
                        null,
                        CaseKind.PETITION,
                        Channel.VISIT,
                        "020201",
                        PLACE,
                        "承包地补偿争议",
                        words,
                        List.of(new Person(
                                UUID.randomUUID(), new Private("张某甲"), new Private("13800000000"), null, null)),
                        1,
                        List.of(),
                        null);
            case ACCEPTED -> new AcceptCase(id, null, words);
            case ASSIGNED -> new AssignCase(id, null, new Assignee(UNIT, "handler", null), null, words);
            case VISITED ->
                new RecordVisit(
                        id,
                        null,
                        UUID.randomUUID(),
                        VisitType.DOWN_VISIT,
                        List.of(),
                        PLACE,
                        Instant.now().minusSeconds(60),
                        null,
                        null,
                        words,
                        VisitOutcome.ESCALATED,
                        null,
                        Stance.UNDECIDED,
                        null,
                        List.of(),
                        false);
            case RESOLVED ->
                new ResolveCase(
                        id,
                        null,
                        ResolutionOutcome.SUPPORTED,
                        ResolutionResult.SETTLED,
                        words,
                        List.of(new Proof(EvidenceType.TEXT, new Private("补偿款已发放，附收据。"), null)),
                        null,
                        Stance.ACCEPTS);
            case REVISITED ->
                new RevisitCase(
                        id, null, RevisitVerdict.CONFIRMED, Stance.ACCEPTS, List.of(), words, Satisfaction.SATISFIED);
            case CLOSED_OUT -> new CloseOutCase(id, null, words);
        };
    }

    @Override
    public void settle() throws InterruptedException {
        office.settle();
    }

    @Override
    public Kept kept(Life life) {
        return office.kept(life);
    }

    @Override
    public void close() {
        office.close();
    }
}
