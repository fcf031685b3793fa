package io.doorstep.command.cases.decision;

import io.doorstep.web.Named;

/** 不予办理。 A case said no; the transaction is rolled back and nothing is changed. */
public final class Refused extends Named {

    private final Refusal refusal;

    Refused(Refusal refusal) {
        super(refusal.status(), refusal.name());
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
