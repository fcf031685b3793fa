package io.doorstep.command.cases.decision;

import io.doorstep.events.cases.AgreementReached;
import io.doorstep.events.cases.AttachmentAdded;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseLinked;
import io.doorstep.events.cases.CaseReported;
import io.doorstep.events.cases.CaseVisited;
import io.doorstep.events.cases.DeadlinePassed;
import io.doorstep.events.cases.Sealed;
import io.doorstep.events.cases.VisitFollowedUp;
import io.doorstep.policy.DeadlineClock;
import io.doorstep.terms.CaseKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
    final Map<String, String> fields = new HashMap<>();

    @Nullable
    Sealed statement;

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

    @Nullable
    String signer;

    boolean returnProposed;
    boolean accepted;

    DeadlineClock clock = DeadlineClock.HANDLING;

    @Nullable
    Instant handlingSince;

    @Nullable
    LocalDate handlingDue;

    int extendedDays;
    boolean resolved;

    @Nullable
    Instant resolvedAt;

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

    @Nullable
    Instant appealableSince;

    @Nullable
    Recheck recheck;

    final Set<String> handlers = new HashSet<>();
    final Set<String> recused = new HashSet<>();
    final Set<String> settlingVisits = new HashSet<>();
    final Map<String, CaseVisited> visits = new HashMap<>();
    final Map<String, String> followUps = new HashMap<>();
    final Set<String> attachments = new HashSet<>();
    final Set<String> files = new HashSet<>();
    final Set<String> links = new HashSet<>();
    final Set<DeadlinePassed> passed = new HashSet<>();

    final Mediation mediation = new Mediation();

    private final Later later = new Later();

    void evolve(CaseEvent fact, String actor) {
        Evolution.of(this, fact, actor);
    }

    // ---- guards that many decisions share ----

    /** Whether it was closed out or has left in another way. */
    public boolean isOver() {
        return closedOut || left || voided;
    }

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

    /** Refuses when the case is not open, or was resolved already in this cycle. */
    public void mustBeInHandling() {
        mustBeOpen();
        Refusal.RESOLVED_ALREADY.when(resolved);
    }

    // ---- what is known ----

    /** What is on record for later than the moment of the decision. */
    public Later later() {
        return later;
    }

    public boolean onRecord() {
        return report != null;
    }

    public CaseKind kind() {
        return Objects.requireNonNull(kind, "a case on record has a kind");
    }

    public boolean accuses(String someUnit) {
        return accusedUnits.contains(someUnit);
    }

    /** Whether somebody has to keep away from the case. */
    public boolean recused(String someone) {
        return recused.contains(someone);
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

    /** The statement as reported or last corrected. */
    public @Nullable Sealed statement() {
        return statement;
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

    /** Who signed for the assignment in force. */
    public @Nullable String signer() {
        return signer;
    }

    public boolean returnProposed() {
        return returnProposed;
    }

    public boolean accepted() {
        return accepted;
    }

    /** The clock that the acceptance, or the last reopening, started. */
    public DeadlineClock clock() {
        return clock;
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

    /** When this cycle was settled, or its procedure ended; null while it is not. */
    public @Nullable Instant resolvedAt() {
        return resolvedAt;
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

    /** Stage of the appeal that waits for its decision. */
    public @Nullable String pendingReview() {
        return pendingReview;
    }

    /** The recheck that waits for its decision. */
    public Optional<Recheck> recheck() {
        return Optional.ofNullable(recheck);
    }

    /** When the opinion, or the last decision on it, was given to the petitioner; null while there is none to appeal against. */
    public @Nullable Instant appealableSince() {
        return appealableSince;
    }

    /** The last stage of appeal against the opinion in force that was decided. */
    public @Nullable String decidedReview() {
        return decidedReview;
    }

    /** Whether somebody was assigned, signed, accepted, visited, extended or resolved in any cycle. */
    public boolean handledBy(String someone) {
        return handlers.contains(someone);
    }

    public boolean knowsVisit(String visitId) {
        return visits.containsKey(visitId)
                || later.all(CaseVisited.class)
                        .anyMatch(visit -> visit.visitId().equals(visitId));
    }

    /** All visits on record, whenever they were. */
    public Stream<CaseVisited> visits() {
        return Stream.concat(visits.values().stream(), later.all(CaseVisited.class));
    }

    /** What became of what a visit left open; a constant of {@code FollowUp}, whenever it was. */
    public Optional<String> followUp(String visitId) {
        return later.all(VisitFollowedUp.class)
                .filter(one -> one.visitId().equals(visitId))
                .map(VisitFollowedUp::result)
                .findFirst()
                .or(() -> Optional.ofNullable(followUps.get(visitId)));
    }

    /** Whether the file itself is here, not only a visit that speaks of it. */
    public boolean hasFile(String sha256) {
        return files.contains(sha256)
                || later.all(AttachmentAdded.class)
                        .anyMatch(file -> file.sha256().equals(sha256));
    }

    /** How many files the case has. */
    public long files() {
        return files.size() + later.all(AttachmentAdded.class).count();
    }

    public boolean knowsAttachment(String sha256) {
        return attachments.contains(sha256)
                || later.all(AttachmentAdded.class)
                        .anyMatch(file -> file.sha256().equals(sha256));
    }

    /** Who mediates the dispute, and its agreement. */
    public Mediation mediation() {
        return mediation;
    }

    public boolean knowsAgreement(String agreementId) {
        return mediation.knows(agreementId)
                || later.all(AgreementReached.class)
                        .anyMatch(one -> one.agreementId().equals(agreementId));
    }

    /** Whether that visit settled the matter at the door. */
    public boolean settledBy(@Nullable String visitId) {
        return visitId != null && settlingVisits.contains(visitId);
    }

    public boolean linked(String link, String otherCaseId) {
        return links.contains(link + " " + otherCaseId)
                || later.all(CaseLinked.class)
                        .anyMatch(other ->
                                other.link().equals(link) && other.otherCaseId().equals(otherCaseId));
    }

    /** The cases that it stands in a relation to, by id. */
    public Stream<String> linkedAs(String link) {
        return links.stream().filter(one -> one.startsWith(link + " ")).map(one -> one.substring(link.length() + 1));
    }

    /** Whether it is on record that this last day ended. */
    public boolean passed(String clock, int ofCycle, LocalDate lastDay) {
        return passed.stream()
                .anyMatch(mark -> mark.clock().equals(clock)
                        && mark.cycle() == ofCycle
                        && mark.lastDay().equals(lastDay));
    }
}
