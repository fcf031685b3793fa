package io.doorstep.command.cases.decision;

import io.doorstep.events.cases.AgreementReached;
import io.doorstep.events.cases.MediatorRefused;
import io.doorstep.events.cases.MediatorsNamed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 调解。 Who mediates a dispute, and how far its last agreement has come. */
public final class Mediation {

    /** 司法确认。 How far the parties' request to the court has come. */
    public enum Confirmation {
        NOT_REQUESTED,
        PENDING,
        DECIDED
    }

    private List<String> mediators = List.of();
    private final Set<String> refused = new HashSet<>();
    private final Set<String> agreements = new HashSet<>();
    private @Nullable AgreementReached agreement;
    private @Nullable Boolean performed;
    private Confirmation confirmation = Confirmation.NOT_REQUESTED;

    void named(MediatorsNamed fact) {
        mediators = List.copyOf(fact.mediators());
    }

    void refused(MediatorRefused fact) {
        refused.add(fact.mediator());
        without(fact.mediator());
    }

    void without(String officer) {
        mediators = mediators.stream().filter(one -> !one.equals(officer)).toList();
    }

    void agreed(AgreementReached fact) {
        agreement = fact;
        agreements.add(fact.agreementId());
        performed = null;
        confirmation = Confirmation.NOT_REQUESTED;
    }

    void performed(boolean kept) {
        performed = kept;
    }

    void confirmation(Confirmation now) {
        confirmation = now;
    }

    /** A new cycle is mediated anew; what was agreed before it does not bind any more. */
    void begunAgain() {
        agreement = null;
        performed = null;
        confirmation = Confirmation.NOT_REQUESTED;
    }

    public boolean mediates(String somebody) {
        return mediators.contains(somebody);
    }

    public boolean wasRefused(String somebody) {
        return refused.contains(somebody);
    }

    public boolean knows(String agreementId) {
        return agreements.contains(agreementId);
    }

    /** The agreement of this cycle; null while there is none. */
    public @Nullable AgreementReached agreement() {
        return agreement;
    }

    /** Whether the parties did what they agreed on; null while nobody knows. */
    public @Nullable Boolean performed() {
        return performed;
    }

    public Confirmation confirmation() {
        return confirmation;
    }
}
