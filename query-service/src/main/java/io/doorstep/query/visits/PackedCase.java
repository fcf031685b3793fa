package io.doorstep.query.visits;

import io.doorstep.query.access.Opening;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 随身案卷。 What somebody has to know of a case at the door.
 *
 * @param address the first that a petitioner gave; null when none did
 * @param due the last day that comes first
 */
record PackedCase(
        String caseId,
        String number,
        int version,
        String title,
        String kind,
        String category,
        @Nullable String categoryName,
        Choices.Where place,
        @Nullable String address,
        List<Opening.Masked> petitioners,
        int partySize,
        boolean joint,
        boolean repeat,
        @Nullable String statement,
        Instant reported,
        @Nullable LocalDate due,
        @Nullable String light,
        String status,
        List<Before> visits) {

    /** 以往走访。 */
    record Before(
            Instant at,
            String type,
            List<String> officers,
            String outcome,
            @Nullable String stance,
            @Nullable LocalDate commitmentBy,
            @Nullable String findings) {}
}
