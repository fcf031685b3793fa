package io.doorstep.query.print;

import io.doorstep.events.cases.CaseAccepted;
import io.doorstep.policy.DeadlineClock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 受理告知书。 The notice that a case is accepted.
 *
 * @param basis the article that asks for the notice
 * @param due last day of the handling; null when the calendar of that year is unknown
 * @param dueBasis the article that sets its length; null where no law does
 * @param notice what the officer wrote to the petitioner
 */
record Acceptance(
        int cycle,
        String acceptedOn,
        String basis,
        @Nullable String due,
        @Nullable String dueBasis,
        @Nullable String notice,
        String unit,
        @Nullable String officer) {

    static Optional<Acceptance> of(Dossier dossier) {
        return dossier.last(CaseAccepted.class).map(step -> of(dossier, step));
    }

    private static Acceptance of(Dossier dossier, Dossier.Step<CaseAccepted> step) {
        var say = dossier.say();
        var fact = step.fact();
        var rules = dossier.rules(step.at());
        var clock = DeadlineClock.valueOf(fact.clock());
        var officer = dossier.found().assignments().stream()
                .filter(one -> !one.assignedAt().isAfter(step.at()))
                .reduce((earlier, later) -> later)
                .map(one -> one.officer())
                .orElse(null);
        return new Acceptance(
                dossier.cycle(step.at()),
                dossier.day(step.at()),
                rules.clock(DeadlineClock.NOTICE).source(),
                say.fullDay(fact.handlingDue()),
                clock == DeadlineClock.HANDLING ? rules.clock(clock).source() : null,
                dossier.opening().text(fact.notice()),
                dossier.unit(step.recorded().unit()),
                say.officer(officer));
    }
}
