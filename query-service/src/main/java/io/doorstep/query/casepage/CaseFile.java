package io.doorstep.query.casepage;

import io.doorstep.query.access.Opening;
import io.doorstep.query.asof.Assignment;
import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.ClockState;
import io.doorstep.query.asof.Cycle;
import io.doorstep.query.asof.Exit;
import io.doorstep.query.asof.Happened;
import io.doorstep.query.asof.Link;
import io.doorstep.query.asof.Rating;
import io.doorstep.query.asof.Resolution;
import io.doorstep.query.asof.Return;
import io.doorstep.query.asof.Review;
import io.doorstep.query.asof.Revisit;
import io.doorstep.query.asof.Supervision;
import io.doorstep.query.asof.Visit;
import io.doorstep.query.layout.Names;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 案卷。 A case as its page shows it: everything that is on record, with sealed words as far as the reader may see them.
 *
 * @param unit the unit that answers for it, or did last
 * @param at legal moment shown
 * @param knownAt null when all that is on record counts
 */
record CaseFile(
        String caseId,
        String number,
        int version,
        Instant at,
        @Nullable Instant knownAt,
        String status,
        boolean open,
        String kind,
        String channel,
        String category,
        @Nullable String categoryName,
        String place,
        @Nullable String placeName,
        String title,
        @Nullable String statement,
        List<Opening.Masked> petitioners,
        int partySize,
        boolean joint,
        boolean repeat,
        List<String> accusedUnits,
        Instant reportedAt,
        @Nullable String reportedBy,
        @Nullable String reportedByUnit,
        @Nullable String importId,
        @Nullable String unit,
        @Nullable String unitName,
        @Nullable String officer,
        @Nullable String officerName,
        @Nullable String leadOfficer,
        @Nullable Exit exit,
        List<ClockState> clocks,
        List<Round> cycles,
        List<Assignment> assignments,
        long timesReturned,
        int urgings,
        List<Supervision> supervisions,
        List<Return> returns,
        List<Visit> visits,
        Mediated mediation,
        List<Review> reviews,
        List<Rating> ratings,
        List<Link> links,
        Happened last) {

    /** 办理周期。 A cycle with its resolution in readable words. */
    record Round(
            int number,
            Instant openedAt,
            @Nullable Instant signedAt,
            @Nullable LocalDate noticeDue,
            @Nullable Instant noticeGivenAt,
            @Nullable Instant acceptedAt,
            @Nullable LocalDate handlingDue,
            int extensionDays,
            @Nullable Settled resolution,
            List<Revisit> revisits,
            @Nullable Instant closedOutAt,
            @Nullable String closedOutBy,
            @Nullable Instant reopenedAt,
            @Nullable String reopenCause) {

        static Round of(Cycle cycle, Opening opening) {
            var how = cycle.resolution();
            return new Round(
                    cycle.number(),
                    cycle.openedAt(),
                    cycle.signedAt(),
                    cycle.noticeDue(),
                    cycle.noticeGivenAt(),
                    cycle.acceptedAt(),
                    cycle.handlingDue(),
                    cycle.extensionDays(),
                    how == null ? null : Settled.of(how, opening),
                    cycle.revisits(),
                    cycle.closedOutAt(),
                    cycle.closedOutBy(),
                    cycle.reopenedAt(),
                    cycle.reopenCause());
        }
    }

    /** 化解 / 办结。 */
    record Settled(
            Instant at,
            String outcome,
            String result,
            @Nullable String summary,
            List<Proof> evidence,
            @Nullable String visitId,
            boolean onTheSpot,
            boolean doorstep,
            @Nullable String stance,
            @Nullable String resolver,
            @Nullable String unit,
            @Nullable String officer,
            @Nullable LocalDate revisitDue) {

        static Settled of(Resolution how, Opening opening) {
            return new Settled(
                    how.at(),
                    how.outcome(),
                    how.result(),
                    opening.text(how.summary()),
                    how.evidence().stream()
                            .map(one -> new Proof(one.type(), opening.text(one.text()), one.ref()))
                            .toList(),
                    how.visitId(),
                    how.onTheSpot(),
                    how.doorstep(),
                    how.stance(),
                    how.resolver(),
                    how.unit(),
                    how.officer(),
                    how.revisitDue());
        }
    }

    /** 佐证。 */
    record Proof(
            String type, @Nullable String text, @Nullable String ref) {}

    static CaseFile of(
            CaseAsOf found,
            Instant at,
            @Nullable Instant knownAt,
            List<ClockState> clocks,
            Names names,
            Opening opening) {
        var matter = found.matter();
        var answering = found.answering().orElse(null);
        var unit = answering == null ? null : answering.unit();
        var officer = answering == null ? null : answering.officer();
        return new CaseFile(
                found.caseId(),
                found.number(),
                found.version(),
                at,
                knownAt,
                found.status().name(),
                found.open(),
                matter.kind(),
                matter.channel(),
                matter.category(),
                names.category(matter.category()),
                matter.place(),
                names.place(matter.place()),
                matter.title(),
                opening.text(matter.statement()),
                matter.petitioners().stream().map(opening::petitioner).toList(),
                matter.partySize(),
                found.joint(),
                found.repeat(),
                matter.accusedUnits(),
                found.reportedAt(),
                found.reportedBy(),
                found.reportedByUnit(),
                found.importId(),
                unit,
                names.unit(unit),
                officer,
                names.officer(officer),
                answering == null ? null : answering.leadOfficer(),
                found.exit(),
                clocks,
                found.cycles().stream().map(cycle -> Round.of(cycle, opening)).toList(),
                found.assignments(),
                found.timesReturned(),
                found.urgings(),
                found.supervisions(),
                found.returns(),
                found.visits(),
                Mediated.of(found.mediation(), opening),
                found.reviews(),
                found.ratings(),
                found.links(),
                found.last());
    }
}
