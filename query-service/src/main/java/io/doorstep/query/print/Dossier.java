package io.doorstep.query.print;

import io.doorstep.events.cases.CaseEvent;
import io.doorstep.policy.Deadlines;
import io.doorstep.policy.Policy;
import io.doorstep.query.access.Opening;
import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.Cycle;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.asof.RecordedFact;
import io.doorstep.query.layout.Say;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 案卷材料。 What a form of one case is filled in from.
 *
 * @param facts all that were known at the moment, in the order of recording
 * @param opening opens sealed words as far as the reader may see them, on record
 */
record Dossier(CaseAsOf found, List<RecordedFact> facts, Opening opening, Say say, Deadlines deadlines, Moment moment) {

    /** A fact of the type that a form is about, with who recorded it. */
    record Step<F extends CaseEvent>(F fact, RecordedFact recorded) {

        Instant at() {
            return recorded.occurredAt();
        }
    }

    /** The facts of a type, in the order in which they happened. */
    <F extends CaseEvent> List<Step<F>> all(Class<F> type) {
        return facts.stream()
                .filter(one -> type.isInstance(one.fact()))
                .sorted(RecordedFact.AS_HAPPENED)
                .map(one -> new Step<>(type.cast(one.fact()), one))
                .toList();
    }

    <F extends CaseEvent> Optional<Step<F>> last(Class<F> type) {
        return all(type).stream().reduce((earlier, later) -> later);
    }

    /** The rules that held on the day of a moment. */
    Policy rules(Instant moment) {
        return deadlines.policyAt(moment);
    }

    /** A unit's name; nothing when a program or nobody's unit acted. */
    String unit(@Nullable String id) {
        return id == null ? "" : String.valueOf(say.unit(id));
    }

    /** The number of the cycle that a moment lies in. */
    int cycle(Instant at) {
        return found.cycles().stream()
                .filter(cycle -> !cycle.openedAt().isAfter(at))
                .reduce((earlier, later) -> later)
                .map(Cycle::number)
                .orElse(1);
    }

    /** The office's day of a moment, as a document dates itself: 2026年3月2日. */
    String day(Instant moment) {
        return String.valueOf(say.fullDay(deadlines.day(moment)));
    }
}
