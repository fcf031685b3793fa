package io.doorstep.events.cases;

import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * 达成调解协议。 The parties agreed, and the agreement took effect (Med. 28 to 31).
 *
 * @param form a constant of {@code AgreementForm}
 * @param content what the parties are to do
 * @param performBy the day by which it is to be performed; null when nothing was left to do
 * @param confirmationBy last day for asking the court to confirm it; null when the calendar of that year is unknown
 */
@Revision("1")
public record AgreementReached(
        String caseId,
        Instant occurredAt,
        String agreementId,
        String form,
        Sealed content,
        @Nullable LocalDate performBy,
        @Nullable LocalDate confirmationBy,
        String policyVersion)
        implements CaseEvent {}
