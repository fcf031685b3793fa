package io.doorstep.query.asof;

import io.doorstep.terms.RevisitVerdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 办理周期。 One round of a case: from its report or reopening to its close-out or the next reopening.
 *
 * @param number from 1
 * @param signedAt when the unit that owes the notice signed for the case
 * @param noticeDue last day for that notice; null when none is owed
 * @param noticeGivenAt when the case was accepted, declined or diverted
 * @param acceptedAt when it was accepted in this cycle
 * @param clock HANDLING or MEDIATION
 * @param handlingDue last day after all extensions
 * @param extensionDays sum of all extensions
 * @param resolution how it was resolved; null while it is not
 * @param reopenedAt when the next cycle began
 */
public record Cycle(
        int number,
        Instant openedAt,
        @Nullable Instant signedAt,
        @Nullable LocalDate objectionDue,
        @Nullable LocalDate noticeDue,
        @Nullable Instant noticeGivenAt,
        @Nullable Instant acceptedAt,
        @Nullable String clock,
        @Nullable LocalDate handlingDue,
        int extensionDays,
        @Nullable Resolution resolution,
        List<Revisit> revisits,
        @Nullable Instant closedOutAt,
        @Nullable String closedOutBy,
        @Nullable Instant reopenedAt,
        @Nullable String reopenCause) {

    public @Nullable Instant resolvedAt() {
        return resolution == null ? null : resolution.at();
    }

    public boolean confirmed() {
        return revisits.stream().anyMatch(revisit -> revisit.verdict().equals(RevisitVerdict.CONFIRMED.name()));
    }

    /** Verdict of the last revisit; null when there was none. */
    public @Nullable String lastVerdict() {
        return revisits.isEmpty() ? null : revisits.get(revisits.size() - 1).verdict();
    }

    /** When the clock of the handling began to run: at acceptance, or afresh at the reopening. */
    public Instant handlingStart() {
        return acceptedAt == null ? openedAt : acceptedAt;
    }
}
