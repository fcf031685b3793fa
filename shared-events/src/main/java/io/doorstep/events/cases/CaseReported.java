package io.doorstep.events.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * 登记（上报）。 The matter is on record and has its number.
 *
 * @param partySize how many people stand behind it, the named petitioners included
 * @param transferDue last day of the transfer clock; null when the calendar of that year is unknown
 */
@Revision("2")
public record CaseReported(
        String caseId,
        Instant occurredAt,
        String number,
        String kind,
        String channel,
        String category,
        String place,
        String title,
        @Nullable Sealed statement,
        List<Petitioner> petitioners,
        int partySize,
        List<String> accusedUnits,
        @Nullable LocalDate transferDue,
        String policyVersion)
        implements CaseEvent {}
