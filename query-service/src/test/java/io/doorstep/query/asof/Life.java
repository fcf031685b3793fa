package io.doorstep.query.asof;

import io.doorstep.events.cases.AssignmentReturned;
import io.doorstep.events.cases.AssignmentSigned;
import io.doorstep.events.cases.CaseAccepted;
import io.doorstep.events.cases.CaseAssigned;
import io.doorstep.events.cases.CaseClosedOut;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseReopened;
import io.doorstep.events.cases.CaseReported;
import io.doorstep.events.cases.CaseResolved;
import io.doorstep.events.cases.CaseRevisited;
import io.doorstep.events.cases.CaseVisited;
import io.doorstep.events.cases.Sealed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 一件事的经过。 Facts of one case for tests, each with the moment it happened and the moment it was recorded. */
public final class Life {

    public static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
    public static final Sealed WORDS = new Sealed("case-key", "AAAA");

    private final String caseId;
    private final List<RecordedFact> facts = new ArrayList<>();

    public Life(String caseId) {
        this.caseId = caseId;
    }

    public String caseId() {
        return caseId;
    }

    public List<RecordedFact> facts() {
        return List.copyOf(facts);
    }

    public static Instant day(int day) {
        return START.plusSeconds(day * 86_400L);
    }

    /** Happened and recorded on that day. */
    public Life on(int day, CaseEvent fact) {
        return recorded(day, fact);
    }

    /** Recorded on that day, whenever it happened. */
    public Life recorded(int day, CaseEvent fact) {
        return recorded(day(day), fact, "officer");
    }

    public Life recorded(Instant at, CaseEvent fact, String actor) {
        facts.add(new RecordedFact(fact, facts.size(), at, actor, "PETITION_OFFICER", "u-bureau", null, null));
        return this;
    }

    /** Recorded on that day with a mark that it came late: OUT_OF_ORDER or RECORDED_LATE. */
    public Life late(int day, CaseEvent fact, String mark) {
        facts.add(
                new RecordedFact(fact, facts.size(), day(day), "officer", "PETITION_OFFICER", "u-bureau", mark, null));
        return this;
    }

    public CaseReported reported(int day) {
        return reported(day, "PETITION", List.of());
    }

    public CaseReported reported(int day, String kind, List<String> accused) {
        return new CaseReported(
                caseId,
                day(day),
                "430525-2026-" + caseId,
                kind,
                "VISIT",
                "0101",
                "430525100201",
                "宅基地边界纠纷",
                WORDS,
                List.of(),
                1,
                accused,
                LocalDate.of(2026, 3, 17),
                "national-1");
    }

    public CaseAssigned assigned(int day, String unit) {
        return new CaseAssigned(caseId, day(day), unit, "officer-li", null, null, null);
    }

    public AssignmentSigned signed(int day, String unit) {
        return new AssignmentSigned(
                caseId, day(day), unit, LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 20), "national-1");
    }

    public AssignmentReturned returned(int day, String unit) {
        return new AssignmentReturned(caseId, day(day), unit, null);
    }

    public CaseAccepted accepted(int day) {
        return new CaseAccepted(caseId, day(day), "HANDLING", LocalDate.of(2026, 5, 6), "national-1", null);
    }

    public CaseVisited visited(int day, String visitId, String type) {
        return new CaseVisited(
                caseId,
                day(day),
                visitId,
                type,
                List.of("cadre"),
                "430525100201",
                day(day),
                null,
                null,
                WORDS,
                "RESOLVED_ON_SPOT",
                null,
                "ACCEPTS",
                null,
                List.of());
    }

    public CaseResolved resolved(int day, @Nullable String visitId) {
        return new CaseResolved(
                caseId,
                day(day),
                "SUPPORTED",
                "SETTLED",
                WORDS,
                List.of(),
                visitId,
                "ACCEPTS",
                false,
                LocalDate.of(2026, 5, 30),
                "national-1");
    }

    public CaseRevisited revisited(int day, String verdict) {
        return new CaseRevisited(caseId, day(day), verdict, "ACCEPTS", List.of("auditor"), WORDS, null);
    }

    public CaseReopened reopened(int day, String cause) {
        return new CaseReopened(caseId, day(day), cause, LocalDate.of(2026, 8, 1), "national-1", null);
    }

    public CaseClosedOut closedOut(int day) {
        return new CaseClosedOut(caseId, day(day), null);
    }

    /** From report to close-out, one step a day from day 0 to day 6. */
    public Life untilClosedOut() {
        return on(0, reported(0))
                .on(1, assigned(1, "u-town"))
                .on(2, signed(2, "u-town"))
                .on(3, accepted(3))
                .on(4, resolved(4, null))
                .on(5, revisited(5, "CONFIRMED"))
                .on(6, closedOut(6));
    }
}
