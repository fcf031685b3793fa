package io.doorstep.query.print;

import io.doorstep.events.cases.CaseAssigned;
import io.doorstep.policy.DeadlineClock;
import io.doorstep.query.asof.Assignment;
import io.doorstep.terms.CaseKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 交办单。 The sheet of the assignment in force.
 *
 * @param from the unit that assigned the case
 * @param duties what the law asks of the unit, with the lengths that hold
 */
record AssignmentSheet(
        String from,
        String assignedOn,
        String unit,
        @Nullable String officer,
        @Nullable String leadOfficer,
        @Nullable String reportBackBy,
        @Nullable String signedOn,
        @Nullable String objectionDue,
        @Nullable String noticeDue,
        @Nullable String handlingDue,
        @Nullable String statement,
        @Nullable String instruction,
        List<String> duties) {

    static Optional<AssignmentSheet> of(Dossier dossier) {
        return dossier.found()
                .inForce()
                .flatMap(inForce -> dossier.all(CaseAssigned.class).stream()
                        .filter(step -> step.fact().unit().equals(inForce.unit())
                                && step.at().equals(inForce.assignedAt()))
                        .findFirst()
                        .map(step -> of(dossier, inForce, step)));
    }

    private static AssignmentSheet of(Dossier dossier, Assignment inForce, Dossier.Step<CaseAssigned> step) {
        var say = dossier.say();
        var found = dossier.found();
        var signedAt = inForce.signedAt();
        return new AssignmentSheet(
                dossier.unit(step.recorded().unit()),
                dossier.day(inForce.assignedAt()),
                dossier.unit(inForce.unit()),
                say.officer(inForce.officer()),
                say.officer(inForce.leadOfficer()),
                say.fullDay(inForce.reportBackBy()),
                signedAt == null ? null : dossier.day(signedAt),
                say.fullDay(inForce.objectionDue()),
                say.fullDay(inForce.noticeDue()),
                say.fullDay(found.cycle().handlingDue()),
                dossier.opening().text(found.matter().statement()),
                dossier.opening().text(step.fact().instruction()),
                duties(dossier, inForce));
    }

    private static List<String> duties(Dossier dossier, Assignment inForce) {
        var rules = dossier.rules(inForce.assignedAt());
        var handling = DeadlineClock.startedByAcceptanceOf(
                CaseKind.valueOf(dossier.found().matter().kind()));
        var duties = new ArrayList<String>();
        for (var clock : List.of(DeadlineClock.OBJECTION, DeadlineClock.NOTICE, handling)) {
            duties.add(dossier.say()
                    .word("print.duty." + clock.name(), rules.clock(clock).length()));
        }
        duties.add(dossier.say().word("print.duty.report"));
        return duties;
    }
}
