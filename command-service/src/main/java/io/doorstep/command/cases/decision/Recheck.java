package io.doorstep.command.cases.decision;

import io.doorstep.events.cases.HearingBegun;
import io.doorstep.events.cases.HearingEnded;
import io.doorstep.events.cases.ReviewRequested;
import io.doorstep.terms.ReviewStage;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 待决定的复核。 A recheck whose days stand still while a hearing is held (Reg. 36). */
public final class Recheck {

    private final Instant requestedAt;
    private @Nullable LocalDate decisionDue;
    private @Nullable Instant pausedSince;
    private @Nullable Instant lastHeard;
    private int hearingDays;

    private Recheck(ReviewRequested request) {
        this.requestedAt = request.occurredAt();
        this.decisionDue = request.decisionDue();
    }

    static @Nullable Recheck of(ReviewRequested request) {
        return request.stage().equals(ReviewStage.RECHECK.name()) ? new Recheck(request) : null;
    }

    /** Whether a hearing on it is on record for later. */
    public static boolean heard(Later later) {
        return later.before(HearingBegun.class, ReviewRequested.class)
                || later.before(HearingEnded.class, ReviewRequested.class);
    }

    void begun(HearingBegun fact) {
        pausedSince = fact.occurredAt();
    }

    void ended(HearingEnded fact) {
        pausedSince = null;
        lastHeard = fact.occurredAt();
        hearingDays += fact.hearingDays();
        decisionDue = fact.decisionDue();
    }

    public boolean paused() {
        return pausedSince != null;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    /** When the hearing that goes on began; null while none does. */
    public @Nullable Instant pausedSince() {
        return pausedSince;
    }

    /** When the last hearing that is over ended. */
    public @Nullable Instant lastHeard() {
        return lastHeard;
    }

    public @Nullable LocalDate decisionDue() {
        return decisionDue;
    }

    /** Days of all hearings that are over. */
    public int hearingDays() {
        return hearingDays;
    }
}
