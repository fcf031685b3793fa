package io.doorstep.query.asof;

import io.doorstep.events.cases.AgreementReached;
import io.doorstep.events.cases.ConfirmationDecided;
import io.doorstep.events.cases.ConfirmationRequested;
import io.doorstep.events.cases.MediatorRefused;
import io.doorstep.events.cases.MediatorsNamed;
import io.doorstep.events.cases.PerformanceRecorded;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A {@link Mediation} while its facts are being read. */
final class MediationDraft {

    private List<String> mediators = List.of();
    private final List<String> refused = new ArrayList<>();
    private final List<Agreement> agreements = new ArrayList<>();
    private boolean standing;

    void named(MediatorsNamed fact, RecordedFact recorded) {
        mediators = List.copyOf(fact.mediators());
    }

    void refused(MediatorRefused fact, RecordedFact recorded) {
        refused.add(fact.mediator());
        without(fact.mediator());
    }

    void without(String officer) {
        mediators = mediators.stream().filter(one -> !one.equals(officer)).toList();
    }

    void agreed(AgreementReached fact, RecordedFact recorded) {
        agreements.add(Agreement.of(fact, recorded.occurredAt()));
        standing = true;
    }

    void performed(PerformanceRecorded fact, RecordedFact recorded) {
        last(one -> one.performance(fact.performed(), recorded.occurredAt()));
    }

    void requested(ConfirmationRequested fact, RecordedFact recorded) {
        last(one -> one.requested(fact.court(), recorded.occurredAt()));
    }

    void decided(ConfirmationDecided fact, RecordedFact recorded) {
        last(one -> one.decided(fact.confirmation(), recorded.occurredAt()));
    }

    /** What was agreed on before a reopening does not bind any more. */
    void begunAgain() {
        standing = false;
    }

    private void last(UnaryOperator<Agreement> what) {
        if (!agreements.isEmpty()) {
            var last = agreements.size() - 1;
            agreements.set(last, what.apply(agreements.get(last)));
        }
    }

    Mediation finished() {
        return new Mediation(mediators, List.copyOf(refused), List.copyOf(agreements), standing);
    }
}
