package io.doorstep.query.asof;

import io.doorstep.events.cases.HearingEnded;
import io.doorstep.events.cases.ReviewRequested;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 复查 / 复核。 One stage of appeal: when it was asked for, the hearings that were held on it, and what came of it. */
public record Review(
        String stage,
        @Nullable Instant requestedAt,
        @Nullable LocalDate decisionDue,
        @Nullable Instant decidedAt,
        @Nullable String decision,
        List<Hearing> hearings) {

    static Review asked(ReviewRequested fact, Instant at) {
        return new Review(fact.stage(), at, fact.decisionDue(), null, null, List.of());
    }

    /** Since when its days stand still; null while they run. */
    public @Nullable Instant pausedSince() {
        var last = hearings.isEmpty() ? null : hearings.get(hearings.size() - 1);
        return last == null || last.endedAt() != null || decidedAt != null ? null : last.begunAt();
    }

    Review heardFrom(Instant at) {
        var all = new ArrayList<>(hearings);
        all.add(new Hearing(at, null, 0));
        return new Review(stage, requestedAt, decisionDue, decidedAt, decision, List.copyOf(all));
    }

    Review heardUntil(HearingEnded fact, Instant at) {
        var all = new ArrayList<>(hearings);
        var begun = pausedSince();
        if (begun != null) {
            all.remove(all.size() - 1);
        }
        all.add(new Hearing(begun == null ? at : begun, at, fact.hearingDays()));
        return new Review(stage, requestedAt, fact.decisionDue(), decidedAt, decision, List.copyOf(all));
    }

    Review decided(String how, Instant at) {
        return new Review(stage, requestedAt, decisionDue, at, how, hearings);
    }
}
