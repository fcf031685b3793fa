package io.doorstep.command.web;

import io.doorstep.policy.Deadlines;
import io.doorstep.reference.ReferenceData;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 初核。 Opens the checks of a form on the legal day that it speaks of. */
@Component
public class FrontDesk {

    private final ReferenceData reference;
    private final Deadlines deadlines;
    private final Clock clock;

    FrontDesk(ReferenceData reference, Deadlines deadlines, Clock clock) {
        this.reference = reference;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    public FormChecks check(CaseForm form) {
        return on(form.occurredAt());
    }

    public FormChecks on(@Nullable Instant occurredAt) {
        return new FormChecks(reference, deadlines.day(occurredAt == null ? clock.instant() : occurredAt));
    }
}
