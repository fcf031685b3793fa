package io.doorstep.events.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** 案件故事。 Canonical histories that the tests of every module tell their stories with; facts in order of time. */
public final class CaseStories {

    public static final String CASE = "0c5e0000-0000-4000-8000-000000000001";
    public static final String OTHER_CASE = "0c5e0000-0000-4000-8000-000000000002";
    public static final String NUMBER = "430525-2026-000001";
    public static final String VISIT = "71510000-0000-4000-8000-000000000001";
    public static final String PERSON = "9e250000-0000-4000-8000-000000000001";
    public static final String PLACE = "430525100201";
    public static final String CATEGORY = "0101";
    public static final String UNIT = "u-natural-resources";
    public static final String OFFICER = "handler-li";
    public static final String HEAD = "head-wang";
    public static final String LEADER = "leader-zhao";
    public static final String CADRE = "cadre-chen";
    public static final String MEDIATOR = "mediator-tang";
    public static final String AGREEMENT = "a62ee000-0000-4000-8000-000000000001";
    public static final String REVISITOR = "revisitor-sun";
    public static final String POLICY = "national-1";
    public static final String PHOTO = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private CaseStories() {}

    /** Nine o'clock in the morning of a day in Beijing. */
    public static Instant on(String day) {
        return LocalDate.parse(day).atTime(1, 0).toInstant(ZoneOffset.UTC);
    }

    /** Words that were sealed once; nobody holds the key. */
    public static Sealed sealed(String words) {
        return new Sealed(CASE, words);
    }

    // ---- facts ----

    public static CaseReported reported() {
        return new CaseReported(
                CASE,
                on("2026-03-02"),
                NUMBER,
                "PETITION",
                "VISIT",
                CATEGORY,
                PLACE,
                "宅基地边界纠纷",
                sealed("statement"),
                List.of(new Petitioner(
                        PERSON,
                        new Sealed(PERSON, "name"),
                        new Sealed(PERSON, "phone"),
                        new Sealed(PERSON, "idNumber"),
                        new Sealed(PERSON, "address"))),
                3,
                List.of("u-accused"),
                LocalDate.parse("2026-03-17"),
                POLICY);
    }

    public static CaseCorrected corrected() {
        return new CaseCorrected(
                CASE,
                on("2026-03-03"),
                List.of(
                        new Change("category", CATEGORY, "0102", null, null),
                        new Change("statement", null, null, sealed("statement"), sealed("better statement"))),
                sealed("reason"));
    }

    public static CaseLinked linked() {
        return new CaseLinked(CASE, on("2026-03-03"), OTHER_CASE, "REPEAT_OF", sealed("remark"));
    }

    public static CaseUnlinked unlinked() {
        return new CaseUnlinked(CASE, on("2026-03-04"), OTHER_CASE, "REPEAT_OF", sealed("reason"));
    }

    public static CaseMerged merged() {
        return new CaseMerged(CASE, on("2026-03-05"), OTHER_CASE, sealed("reason"));
    }

    public static CaseVoided voided() {
        return new CaseVoided(CASE, on("2026-03-05"), sealed("reason"));
    }

    public static CaseWithdrawn withdrawn() {
        return new CaseWithdrawn(CASE, on("2026-03-05"), sealed("reason"));
    }

    public static OfficerRecused recused() {
        return new OfficerRecused(CASE, on("2026-03-04"), "cousin-ma", sealed("reason"));
    }

    public static DeadlinePassed deadlinePassed() {
        return new DeadlinePassed(CASE, on("2026-03-21"), "NOTICE", 1, LocalDate.of(2026, 3, 20));
    }

    public static RecusalLifted recusalLifted() {
        return new RecusalLifted(CASE, on("2026-03-06"), "cousin-ma", sealed("reason"));
    }

    public static CaseAssigned assigned() {
        return assigned("2026-03-04");
    }

    public static CaseAssigned assigned(String day) {
        return new CaseAssigned(
                CASE, on(day), UNIT, OFFICER, LEADER, LocalDate.parse("2026-05-20"), sealed("instruction"));
    }

    public static AssignmentSigned signed() {
        return new AssignmentSigned(
                CASE, on("2026-03-05"), UNIT, LocalDate.parse("2026-03-12"), LocalDate.parse("2026-03-20"), POLICY);
    }

    public static AssignmentReturnProposed returnProposed() {
        return new AssignmentReturnProposed(CASE, on("2026-03-06"), UNIT, sealed("reason"));
    }

    public static AssignmentReturned returned() {
        return new AssignmentReturned(CASE, on("2026-03-09"), UNIT, sealed("reason"));
    }

    public static AssignmentReturnRefused returnRefused() {
        return new AssignmentReturnRefused(CASE, on("2026-03-09"), UNIT, sealed("reason"));
    }

    public static CaseAccepted accepted() {
        return new CaseAccepted(
                CASE, on("2026-03-10"), "HANDLING", LocalDate.parse("2026-05-09"), POLICY, sealed("notice"));
    }

    public static CaseDeclined declined() {
        return new CaseDeclined(CASE, on("2026-03-10"), sealed("ground"), sealed("notice"));
    }

    public static CaseDiverted diverted() {
        return new CaseDiverted(CASE, on("2026-03-10"), "COURT", "绥宁县人民法院", sealed("notice"));
    }

    public static DeadlineExtended extended() {
        return new DeadlineExtended(
                CASE, on("2026-05-08"), 10, LocalDate.parse("2026-05-19"), HEAD, true, POLICY, sealed("reason"));
    }

    public static ProgressNoted noted() {
        return new ProgressNoted(CASE, on("2026-03-11"), sealed("text"));
    }

    public static AttachmentAdded attached() {
        return new AttachmentAdded(CASE, on("2026-03-11"), PHOTO, "image/jpeg", 48_213, sealed("fileName"));
    }

    public static CaseVisited visited() {
        return new CaseVisited(
                CASE,
                on("2026-03-12"),
                VISIT,
                "DOWN_VISIT",
                List.of(CADRE),
                PLACE,
                on("2026-03-12"),
                on("2026-03-12").plusSeconds(3_600),
                sealed("peopleMet"),
                sealed("findings"),
                "COMMITMENT",
                LocalDate.parse("2026-04-10"),
                "UNDECIDED",
                sealed("26.580,110.155"),
                List.of(PHOTO));
    }

    public static MediatorsNamed mediatorsNamed() {
        return new MediatorsNamed(CASE, on("2026-03-13"), List.of(MEDIATOR), true);
    }

    public static MediatorRefused mediatorRefused() {
        return new MediatorRefused(CASE, on("2026-03-14"), MEDIATOR, sealed("reason"));
    }

    public static AgreementReached agreementReached() {
        return new AgreementReached(
                CASE,
                on("2026-03-16"),
                AGREEMENT,
                "WRITTEN",
                sealed("content"),
                LocalDate.parse("2026-04-30"),
                LocalDate.parse("2026-04-15"),
                POLICY);
    }

    public static PerformanceRecorded performanceRecorded(boolean performed) {
        return new PerformanceRecorded(CASE, on("2026-05-06"), performed, sealed("remark"));
    }

    public static VisitFollowedUp visitFollowedUp(String result) {
        return new VisitFollowedUp(CASE, on("2026-03-16"), VISIT, result, sealed("remark"));
    }

    public static ConfirmationRequested confirmationRequested() {
        return new ConfirmationRequested(CASE, on("2026-03-20"), "绥宁县人民法院");
    }

    public static ConfirmationDecided confirmationDecided() {
        return new ConfirmationDecided(CASE, on("2026-04-02"), "CONFIRMED", sealed("remark"));
    }

    public static CaseResolved resolved() {
        return resolved("2026-05-12");
    }

    public static CaseResolved resolved(String day) {
        return new CaseResolved(
                CASE,
                on(day),
                "MEDIATED",
                "SETTLED",
                sealed("summary"),
                List.of(new Evidence("TEXT", sealed("text"), null), new Evidence("ATTACHMENT", null, PHOTO)),
                VISIT,
                "ACCEPTS",
                false,
                LocalDate.parse("2026-06-11"),
                POLICY);
    }

    public static CaseRevisited revisited() {
        return revisited("2026-05-20", "CONFIRMED");
    }

    public static CaseRevisited revisited(String day, String verdict) {
        return new CaseRevisited(
                CASE, on(day), verdict, "ACCEPTS", List.of(REVISITOR), sealed("findings"), "SATISFIED");
    }

    public static CaseReopened reopened() {
        return reopened("2026-05-20", "REVISIT");
    }

    public static CaseReopened reopened(String day, String cause) {
        return new CaseReopened(CASE, on(day), cause, LocalDate.parse("2026-07-20"), POLICY, sealed("reason"));
    }

    public static CaseClosedOut closedOut() {
        return closedOut("2026-05-21");
    }

    public static CaseClosedOut closedOut(String day) {
        return new CaseClosedOut(CASE, on(day), sealed("remark"));
    }

    public static CaseUrged urged() {
        return new CaseUrged(CASE, on("2026-04-01"), sealed("text"));
    }

    public static SupervisionOrdered supervised() {
        return new SupervisionOrdered(CASE, on("2026-04-07"), "COUNTY", LocalDate.parse("2026-04-20"), sealed("text"));
    }

    public static SupervisionAnswered supervisionAnswered() {
        return new SupervisionAnswered(CASE, on("2026-04-17"), sealed("text"));
    }

    public static SatisfactionRated rated() {
        return new SatisfactionRated(CASE, on("2026-05-22"), "HANDLING_UNIT", "MOSTLY_SATISFIED", sealed("comment"));
    }

    public static ReviewRequested reviewRequested() {
        return new ReviewRequested(
                CASE, on("2026-05-25"), "REVIEW", LocalDate.parse("2026-06-24"), POLICY, sealed("grounds"));
    }

    public static HearingBegun hearingBegun() {
        return new HearingBegun(CASE, on("2026-06-08"), "RECHECK");
    }

    public static HearingEnded hearingEnded() {
        return new HearingEnded(CASE, on("2026-06-10"), "RECHECK", 3, LocalDate.parse("2026-06-29"), POLICY);
    }

    public static ReviewDecided reviewDecided(String decision) {
        return new ReviewDecided(CASE, on("2026-06-15"), "REVIEW", decision, sealed("summary"));
    }

    // ---- stories ----

    /** One of each sort of fact, in the order of {@link CaseEvent}. */
    public static Stream<CaseEvent> oneOfEach() {
        return Stream.of(
                reported(),
                corrected(),
                linked(),
                unlinked(),
                recused(),
                recusalLifted(),
                deadlinePassed(),
                merged(),
                voided(),
                withdrawn(),
                assigned(),
                signed(),
                returnProposed(),
                returned(),
                returnRefused(),
                accepted(),
                declined(),
                diverted(),
                extended(),
                noted(),
                attached(),
                visited(),
                visitFollowedUp("NOTHING_FOLLOWS"),
                mediatorsNamed(),
                mediatorRefused(),
                agreementReached(),
                performanceRecorded(false),
                confirmationRequested(),
                confirmationDecided(),
                resolved(),
                revisited(),
                reopened(),
                closedOut(),
                urged(),
                supervised(),
                supervisionAnswered(),
                rated(),
                reviewRequested(),
                hearingBegun(),
                hearingEnded(),
                reviewDecided("UPHELD"));
    }

    /** From the first knock on the door to the day when it is struck off. */
    public static List<CaseEvent> wholeLife() {
        return List.of(
                reported(),
                assigned(),
                signed(),
                accepted(),
                visited(),
                urged(),
                extended(),
                resolved(),
                revisited(),
                closedOut(),
                rated());
    }

    /** Sent back by the first unit, assigned again, and in handling. */
    public static List<CaseEvent> returnedOnce() {
        return List.of(
                reported(), assigned(), signed(), returnProposed(), returned(), assigned("2026-03-10"), accepted());
    }

    /** The revisit found it unsettled; a second cycle, struck off in the end. */
    public static List<CaseEvent> reopenedByRevisit() {
        return List.of(
                reported(),
                assigned(),
                signed(),
                accepted(),
                resolved(),
                revisited("2026-05-20", "NOT_RESOLVED"),
                reopened("2026-05-20", "REVISIT"),
                resolved("2026-06-20"),
                revisited("2026-06-25", "CONFIRMED"),
                closedOut("2026-06-26"));
    }

    /** Struck off, and reopened at the petitioner's request; still open. */
    public static List<CaseEvent> reopenedAfterCloseOut() {
        return List.of(
                reported(),
                assigned(),
                signed(),
                accepted(),
                resolved(),
                revisited(),
                closedOut(),
                reopened("2026-06-01", "REQUEST"));
    }

    /** The review revoked the opinion; in handling again. */
    public static List<CaseEvent> reopenedByReview() {
        return List.of(
                reported(),
                assigned(),
                signed(),
                accepted(),
                resolved(),
                reviewRequested(),
                reviewDecided("REVOKED"),
                reopened("2026-06-15", "REVIEW"));
    }

    /** Reported, and gone by the exit. */
    public static List<CaseEvent> goneBy(CaseEvent exit) {
        return List.of(reported(), exit);
    }

    /** Reported and settled in one go, as a dispute. */
    public static List<CaseEvent> settledOnTheSpot() {
        var reported = reported();
        return List.of(
                new CaseReported(
                        CASE,
                        reported.occurredAt(),
                        NUMBER,
                        "DISPUTE",
                        "NO_MEETING_WEEK",
                        CATEGORY,
                        PLACE,
                        "邻里排水纠纷",
                        null,
                        List.of(),
                        2,
                        List.of(),
                        reported.transferDue(),
                        POLICY),
                new CaseResolved(
                        CASE,
                        reported.occurredAt(),
                        "MEDIATED",
                        "SETTLED",
                        sealed("summary"),
                        List.of(new Evidence("TEXT", sealed("text"), null)),
                        null,
                        "ACCEPTS",
                        true,
                        null,
                        POLICY));
    }
}
