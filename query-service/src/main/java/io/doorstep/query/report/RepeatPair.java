package io.doorstep.query.report;

import io.doorstep.query.asof.CaseAsOf;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 疑似重复的两件。 Two cases that may be the same matter; a person decides.
 *
 * @param later the one that would be the repeat
 * @param why PHONE, ID_NUMBER, PLACE, CATEGORY, TITLE: what the two have in common
 */
record RepeatPair(Side later, Side earlier, List<String> why) {

    /** One of the two. */
    record Side(
            String caseId,
            String number,
            String title,
            String kind,
            String category,
            String place,
            String status,
            Instant reportedAt,
            @Nullable String unit) {

        static Side of(CaseAsOf state) {
            var matter = state.matter();
            return new Side(
                    state.caseId(),
                    state.number(),
                    matter.title(),
                    matter.kind(),
                    matter.category(),
                    matter.place(),
                    state.status().name(),
                    state.reportedAt(),
                    state.answering().map(one -> one.unit()).orElse(null));
        }
    }

    /** Whether a person is recognised by it. */
    boolean ofAPerson() {
        return why.contains("PHONE") || why.contains("ID_NUMBER");
    }

    /** The other of the two. */
    public Side beside(String caseId) {
        return later.caseId().equals(caseId) ? earlier : later;
    }
}
