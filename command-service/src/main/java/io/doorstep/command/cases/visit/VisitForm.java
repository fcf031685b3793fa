package io.doorstep.command.cases.visit;

import static io.doorstep.command.web.CaseForm.privately;

import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.web.CaseForm;
import io.doorstep.command.web.FormChecks;
import io.doorstep.terms.Stance;
import io.doorstep.terms.VisitOutcome;
import io.doorstep.terms.VisitType;
import io.doorstep.vault.Private;
import io.doorstep.web.Form;
import io.doorstep.web.MaxLength;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

record VisitForm(
        @Nullable UUID visitId,
        VisitType type,
        @Nullable List<String> officers,
        String place,
        Instant startedAt,
        @Nullable Instant endedAt,
        @MaxLength(1000) @Nullable String peopleMet,
        @MaxLength(10_000) String findings,
        VisitOutcome outcome,
        @Nullable LocalDate commitmentBy,
        @Nullable Stance stance,
        @Nullable PositionForm position,
        @Nullable List<String> attachments,
        @Nullable Instant occurredAt,
        @MaxLength(500) @Nullable String lateEntryReason)
        implements CaseForm {

    private static final int MOST_FILES = 30;
    private static final String FROM_TELEPHONE = "由走访手机记录，有网络时送达 · recorded on a telephone, sent when there was a line";
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /** A visit happened when it started, unless somebody says otherwise. */
    Instant happened() {
        return occurredAt == null ? startedAt : occurredAt;
    }

    List<String> whoWent() {
        return officers == null ? List.of() : officers;
    }

    List<String> files() {
        return attachments == null ? List.of() : attachments;
    }

    /** The same from a telephone, which needs no reason for being late but that it was one. */
    VisitForm brought() {
        return new VisitForm(
                visitId,
                type,
                officers,
                place,
                startedAt,
                endedAt,
                peopleMet,
                findings,
                outcome,
                commitmentBy,
                stance,
                position,
                attachments,
                occurredAt,
                lateEntryReason == null ? FROM_TELEPHONE : lateEntryReason);
    }

    void check(FormChecks checks) {
        checks.require(files().size() <= MOST_FILES, "attachments", "TOO_MANY", MOST_FILES);
        checks.place("place", place).officers("officers", whoWent());
        for (var i = 0; i < files().size(); i++) {
            checks.require(SHA_256.matcher(files().get(i)).matches(), "attachments[" + i + "]", "NOT_A_HASH");
        }
        if (position != null) {
            position.check(checks);
        }
        checks.done();
    }

    /**
     * @param otherwise who went when the form does not say so
     * @param broughtBack by a telephone
     */
    RecordVisit command(CaseId id, List<String> otherwise, boolean broughtBack) {
        return new RecordVisit(
                id,
                happened(),
                visitId == null ? UUID.randomUUID() : visitId,
                type,
                whoWent().isEmpty() ? otherwise : whoWent(),
                place,
                startedAt,
                endedAt,
                privately(peopleMet),
                new Private(findings),
                outcome,
                commitmentBy,
                stance,
                position == null ? null : position.coarse(),
                files(),
                broughtBack);
    }

    /** Where it was: degrees, WGS 84. */
    record PositionForm(double lat, double lon) implements Form {

        void check(FormChecks checks) {
            checks.require(Math.abs(lat) <= 90, "position.lat", "OUT_OF_RANGE", -90, 90)
                    .require(Math.abs(lon) <= 180, "position.lon", "OUT_OF_RANGE", -180, 180);
        }

        /** To about a hundred metres: enough to tell the village, too little to tell the door. */
        Private coarse() {
            return new Private(String.format(Locale.ROOT, "%.3f,%.3f", lat, lon));
        }
    }
}
