package io.doorstep.policy;

import io.doorstep.terms.SupervisionLevel;
import java.util.List;

/**
 * 提醒规则。 Who is told of a last day, when, and when the house keeps quiet.
 *
 * @param quiet hours in which mails and calls wait; the page does not
 * @param supervisionLevel level of an order that a rung gives
 * @param answerWithinDays calendar days in which such an order is to be answered
 * @param ladder in the order of {@link Rung#days()}
 */
public record Reminding(QuietHours quiet, SupervisionLevel supervisionLevel, int answerWithinDays, List<Rung> ladder) {

    /** Throws {@link IllegalArgumentException} when the rungs are out of order: which of them is the later would be a guess. */
    public Reminding {
        for (var n = 1; n < ladder.size(); n++) {
            if (ladder.get(n - 1).days() >= ladder.get(n).days()) {
                throw new IllegalArgumentException("the rungs of the ladder are not in the order of their days");
            }
        }
        if (answerWithinDays < 0) {
            throw new IllegalArgumentException("an order cannot be answered before it is given");
        }
        ladder = List.copyOf(ladder);
    }
}
