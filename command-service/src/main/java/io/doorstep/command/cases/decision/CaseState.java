package io.doorstep.command.cases.decision;

import io.doorstep.events.cases.CaseClosedOut;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseReopened;
import io.doorstep.events.cases.CaseReported;
import io.doorstep.terms.CaseKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * 案件此刻的状态。 What decisions ask about: the case as it stood at a moment, and what is on record as having happened
 * later. Only {@link Evolution} changes it.
 */
public final class CaseState {

    @Nullable
    CaseReported report;

    @Nullable
    CaseKind kind;

    Set<String> accusedUnits = Set.of();
    int petitioners;
    int partySize;
    final java.util.Map<String, String> fields = new java.util.HashMap<>();

    int cycle;

    @Nullable
    String unit;

    @Nullable
    String officer;

    @Nullable
    String leadOfficer;

    @Nullable
    LocalDate objectionDue;

    boolean signed;
    boolean returnProposed;
    boolean accepted;

    @Nullable
    Instant handlingSince;

    @Nullable
    LocalDate handlingDue;

    int extendedDays;
    boolean resolved;
    boolean onTheSpot;
    boolean confirmed;
    boolean closedOut;
    boolean left;
    boolean voided;
    boolean supervised;

    @Nullable
    String pendingReview;

    @Nullable
    String decidedReview;

    final Set<String> handlers = new HashSet<>();
    final Set<String> visits = new HashSet<>();
    final Set<String> attachments = new HashSet<>();
    final Set<String> links = new HashSet<>();
    final Set<String> ratings = new HashSet<>();

    private final List<CaseEvent> later = new ArrayList<>();

    void evolve(CaseEvent fact, String actor) {
        Evolution.of(this, fact, actor);
    }

    void foresee(CaseEvent fact) {
        later.add(fact);
    }

    // ---- guards that many decisions share ----

    /** Refuses before the report, and when the case was voided. */
    public void mustBeOnRecord() {
        Refusal.HAPPENED_BEFORE_REPORT.when(report == null);
        mustNotBeVoided();
    }

    public void mustNotBeVoided() {
        Refusal.CASE_IS_VOIDED.when(voided);
    }

    /** Refuses when the case is not open: struck off, or gone by an exit. */
    public void mustBeOpen() {
        mustBeOnRecord();
        Refusal.CASE_HAS_LEFT.when(left);
        Refusal.CASE_IS_CLOSED_OUT.when(closedOut);
    }

    /** Refuses when the case is not open, or resolved already in this cycle, then or later. */
    public void mustBeInHandling() {
        mustBeOpen();
        Refusal.RESOLVED_ALREADY.when(resolved);
    }

    /** Whether a fact of this sort is on record for later in the same cycle. */
    public boolean laterThisCycle(Class<? extends CaseEvent> sort) {
        return later.stream().takeWhile(fact -> !(fact instanceof CaseReopened)).anyMatch(sort::isInstance);
    }

    /** Whether a fact that takes the case off the list is on record for later. */
    public boolean laterClosedOut() {
        return laterThisCycle(CaseClosedOut.class);
    }

    // ---- what is known ----

    public boolean onRecord() {
        return report != null;
    }

    public CaseKind kind() {
        return Objects.requireNonNull(kind, "a case on record has a kind");
    }

    public boolean accuses(String someUnit) {
        return accusedUnits.contains(someUnit);
    }

    public int petitioners() {
        return petitioners;
    }

    public int partySize() {
        return partySize;
    }

    /** Plain fields of the report as corrected since, by name. */
    public @Nullable String field(String name) {
        return fields.get(name);
    }

    public CaseReported report() {
        return Objects.requireNonNull(report, "a case on record has a report");
    }

    public @Nullable String unit() {
        return unit;
    }

    public @Nullable String officer() {
        return officer;
    }

    public @Nullable String leadOfficer() {
        return leadOfficer;
    }

    public @Nullable LocalDate objectionDue() {
        return objectionDue;
    }

    public boolean signed() {
        return signed;
    }

    public boolean returnProposed() {
        return returnProposed;
    }

    public boolean accepted() {
        return accepted;
    }

    public @Nullable Instant handlingSince() {
        return handlingSince;
    }

    public @Nullable LocalDate handlingDue() {
        return handlingDue;
    }

    public int extendedDays() {
        return extendedDays;
    }

    public boolean resolved() {
        return resolved;
    }

    public boolean onTheSpot() {
        return onTheSpot;
    }

    public boolean confirmed() {
        return confirmed;
    }

    public boolean closedOut() {
        return closedOut;
    }

    public boolean left() {
        return left;
    }

    public boolean supervised() {
        return supervised;
    }

    public @Nullable String pendingReview() {
        return pendingReview;
    }

    public @Nullable String decidedReview() {
        return decidedReview;
    }

    /** Whether somebody was assigned, signed, accepted, visited, extended or resolved in any cycle. */
    public boolean handledBy(String someone) {
        return handlers.contains(someone);
    }

    public boolean knowsVisit(String visitId) {
        return visits.contains(visitId) || laterVisit(visitId);
    }

    public boolean knowsAttachment(String sha256) {
        return attachments.contains(sha256);
    }

    public boolean linked(String link, String otherCaseId) {
        return links.contains(link + " " + otherCaseId);
    }

    public boolean rated(String target) {
        return ratings.contains(target + " " + cycle);
    }

    private boolean laterVisit(String visitId) {
        Predicate<CaseEvent> same = fact -> fact instanceof io.doorstep.events.cases.CaseVisited visit
                && visit.visitId().equals(visitId);
        return later.stream().anyMatch(same);
    }
}
