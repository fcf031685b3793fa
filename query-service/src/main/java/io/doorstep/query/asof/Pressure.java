package io.doorstep.query.asof;

import io.doorstep.events.cases.CaseUrged;
import io.doorstep.events.cases.ReviewDecided;
import io.doorstep.events.cases.ReviewRequested;
import io.doorstep.events.cases.SatisfactionRated;
import io.doorstep.events.cases.SupervisionAnswered;
import io.doorstep.events.cases.SupervisionOrdered;
import java.util.ArrayList;
import java.util.List;

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
        supervisions.add(new Supervision(fact.level(), recorded.occurredAt(), fact.answerBy(), null));
    }

    void answered(SupervisionAnswered fact, RecordedFact recorded) {
        supervisions.replaceAll(order -> order.answeredAt() != null
                ? order
                : new Supervision(order.level(), order.orderedAt(), order.answerBy(), recorded.occurredAt()));
    }

    void reviewRequested(ReviewRequested fact, RecordedFact recorded) {
        reviews.add(new Review(fact.stage(), recorded.occurredAt(), fact.decisionDue(), null, null));
    }

    void reviewDecided(ReviewDecided fact, RecordedFact recorded) {
        for (var i = reviews.size() - 1; i >= 0; i--) {
            var asked = reviews.get(i);
            if (asked.stage().equals(fact.stage()) && asked.decidedAt() == null) {
                reviews.set(
                        i,
                        new Review(
                                asked.stage(),
                                asked.requestedAt(),
                                asked.decisionDue(),
                                recorded.occurredAt(),
                                fact.decision()));
                return;
            }
        }
        reviews.add(new Review(fact.stage(), null, null, recorded.occurredAt(), fact.decision()));
    }

    void rated(SatisfactionRated fact, RecordedFact recorded) {
        ratings.add(new Rating(fact.target(), fact.rating(), recorded.occurredAt()));
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
