package io.doorstep.query.asof;

import io.doorstep.events.cases.AgreementReached;
import io.doorstep.events.cases.Sealed;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 调解协议。 What the parties of a dispute agreed on, and what became of it.
 *
 * @param form a constant of {@code AgreementForm}
 * @param performBy null when nothing was left to do
 * @param performed whether they did it; null while nobody knows, and {@code performanceAt} when it became known
 * @param confirmationBy last day for asking the court to confirm it
 * @param confirmation a constant of {@code ConfirmationDecision}; null while the court has not decided
 */
public record Agreement(
        String id,
        Instant at,
        String form,
        Sealed content,
        @Nullable LocalDate performBy,
        @Nullable Boolean performed,
        @Nullable Instant performanceAt,
        @Nullable LocalDate confirmationBy,
        @Nullable Instant requestedAt,
        @Nullable String court,
        @Nullable Instant decidedAt,
        @Nullable String confirmation) {

    static Agreement of(AgreementReached fact, Instant at) {
        return new Agreement(
                fact.agreementId(),
                at,
                fact.form(),
                fact.content(),
                fact.performBy(),
                null,
                null,
                fact.confirmationBy(),
                null,
                null,
                null,
                null);
    }

    Agreement performance(boolean kept, Instant when) {
        return new Agreement(
                id,
                at,
                form,
                content,
                performBy,
                kept,
                when,
                confirmationBy,
                requestedAt,
                court,
                decidedAt,
                confirmation);
    }

    Agreement requested(String of, Instant when) {
        return new Agreement(
                id,
                at,
                form,
                content,
                performBy,
                performed,
                performanceAt,
                confirmationBy,
                when,
                of,
                decidedAt,
                confirmation);
    }

    Agreement decided(String how, Instant when) {
        return new Agreement(
                id,
                at,
                form,
                content,
                performBy,
                performed,
                performanceAt,
                confirmationBy,
                requestedAt,
                court,
                when,
                how);
    }
}
