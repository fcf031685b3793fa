package io.doorstep.query.asof;

import io.doorstep.events.cases.CaseUrged;
import io.doorstep.events.cases.HearingBegun;
import io.doorstep.events.cases.HearingEnded;
import io.doorstep.events.cases.ReviewDecided;
import io.doorstep.events.cases.ReviewRequested;
import io.doorstep.events.cases.SatisfactionRated;
import io.doorstep.events.cases.SupervisionAnswered;
import io.doorstep.events.cases.SupervisionOrdered;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What comes from above and from the petitioner while the facts of a case are being read. */
final class Pressure {

    private int urgings;
    private final List<Supervision> supervisions = new ArrayList<>();
    private final List<Review> reviews = new ArrayList<>();
    private final List<Rating> ratings = new ArrayList<>();

    void urged(CaseUrged fact, RecordedFact recorded) {
        urgings++;
    }

    void ordered(SupervisionOrdered fact, RecordedFact recorded) {
        supervisions.add(Supervision.of(fact, recorded));
    }

    void answered(SupervisionAnswered fact, RecordedFact recorded) {
        supervisions.replaceAll(order -> order.answered(recorded.occurredAt()));
    }

    void reviewRequested(ReviewRequested fact, RecordedFact recorded) {
        reviews.add(Review.asked(fact, recorded.occurredAt()));
    }

    void hearingBegun(HearingBegun fact, RecordedFact recorded) {
        pending(fact.stage(), review -> review.heardFrom(recorded.occurredAt()));
    }

    void hearingEnded(HearingEnded fact, RecordedFact recorded) {
        pending(fact.stage(), review -> review.heardUntil(fact, recorded.occurredAt()));
    }

    void reviewDecided(ReviewDecided fact, RecordedFact recorded) {
        var decided = pending(fact.stage(), review -> review.decided(fact.decision(), recorded.occurredAt()));
        if (!decided) {
            reviews.add(new Review(fact.stage(), null, null, recorded.occurredAt(), fact.decision(), List.of()));
        }
    }

    private boolean pending(String stage, UnaryOperator<Review> what) {
        for (var i = reviews.size() - 1; i >= 0; i--) {
            var asked = reviews.get(i);
            if (asked.stage().equals(stage) && asked.decidedAt() == null) {
                reviews.set(i, what.apply(asked));
                return true;
            }
        }
        return false;
    }

    void rated(SatisfactionRated fact, RecordedFact recorded, int cycle) {
        var rating = new Rating(fact.target(), fact.rating(), recorded.occurredAt(), cycle, false);
        ratings.replaceAll(before -> before.about(rating) ? before.replacedByLater() : before);
        ratings.add(rating);
    }

    int urgings() {
        return urgings;
    }

    List<Supervision> supervisions() {
        return List.copyOf(supervisions);
    }

    List<Review> reviews() {
        return List.copyOf(reviews);
    }

    List<Rating> ratings() {
        return List.copyOf(ratings);
    }
}
