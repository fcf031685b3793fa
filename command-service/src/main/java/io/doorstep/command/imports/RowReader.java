package io.doorstep.command.imports;

import io.doorstep.command.cases.importing.ImportCase;
import io.doorstep.command.cases.importing.LedgerAssignment;
import io.doorstep.command.cases.importing.LedgerPetitioner;
import io.doorstep.command.cases.importing.LedgerResolution;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.cases.values.NeutralTitle;
import io.doorstep.ledger.LedgerRow;
import io.doorstep.people.IdNumber;
import io.doorstep.people.PhoneNumber;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.Channel;
import io.doorstep.terms.ResolutionOutcome;
import io.doorstep.terms.ResolutionResult;
import io.doorstep.vault.Private;
import io.doorstep.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 读行。 Makes a command of a row, or says why there is none. */
final class RowReader {

    private static final Private UNSIGNED = new Private("未署名");

    private final RowRules rules;
    private final String source;
    private final Vault vault;

    RowReader(RowRules rules, String source, Vault vault) {
        this.rules = rules;
        this.source = source;
        this.vault = vault;
    }

    Reading read(LedgerRow row) {
        var values = new RowValues(row, rules);
        var id = values.words(Target.ID);
        var draft = new Draft(values);
        var content = values.content();
        // without a number of its own, a row is what it says
        var identity = source + "\u0000" + (id == null ? content.words() : id);
        var caseId = caseId(vault.hash("ledger-row", new Private(identity)));
        return new Reading(
                row,
                caseId,
                vault.hash("import", content),
                values.faulty() ? null : draft.command(caseId),
                List.copyOf(values.problems()));
    }

    private static CaseId caseId(String hash) {
        var high = Long.parseUnsignedLong(hash, 0, 16, 16);
        var low = Long.parseUnsignedLong(hash, 16, 32, 16);
        // RFC 9562: version 8, made by a rule of our own
        return new CaseId(new UUID((high & ~0xF000L) | 0x8000L, (low >>> 2) | 0x8000000000000000L));
    }

    /** Everything of a row, asked for in one order, so that its content is always the same. */
    private static final class Draft {

        private final RowValues values;
        private final @Nullable LedgerTime reported;
        private final @Nullable CaseKind kind;
        private final @Nullable Channel channel;
        private final @Nullable String category;
        private final @Nullable String place;
        private final @Nullable String title;
        private final @Nullable Private statement;
        private final @Nullable Private name;
        private final @Nullable Private phone;
        private final @Nullable Private idNumber;
        private final @Nullable Private address;
        private final @Nullable String unit;
        private final @Nullable String officer;
        private final @Nullable LedgerTime assigned;
        private final @Nullable LedgerTime due;
        private final @Nullable LedgerTime resolved;
        private final @Nullable Private resolution;
        private final ResolutionOutcome outcome;
        private final ResolutionResult result;
        private final @Nullable LedgerTime closedOut;

        Draft(RowValues values) {
            this.values = values;
            reported = values.past(Target.REPORTED_AT);
            kind = values.oneOf(Target.KIND, CaseKind.class).orElse(null);
            channel = values.oneOf(Target.CHANNEL, Channel.class).orElse(null);
            category = values.words(Target.CATEGORY);
            place = values.words(Target.PLACE);
            title = values.words(Target.TITLE);
            statement = values.privately(Target.STATEMENT);
            name = values.privately(Target.PETITIONER_NAME);
            phone = values.privately(Target.PETITIONER_PHONE);
            idNumber = values.privately(Target.PETITIONER_ID_NUMBER);
            address = values.privately(Target.PETITIONER_ADDRESS);
            unit = values.words(Target.UNIT);
            officer = values.words(Target.OFFICER);
            assigned = values.past(Target.ASSIGNED_AT);
            due = values.time(Target.DUE);
            resolved = values.past(Target.RESOLVED_AT);
            resolution = values.privately(Target.RESOLUTION);
            outcome = values.oneOf(Target.OUTCOME, ResolutionOutcome.class).orElse(ResolutionOutcome.EXPLAINED);
            result = values.oneOf(Target.RESULT, ResolutionResult.class).orElse(ResolutionResult.SETTLED);
            closedOut = values.past(Target.CLOSED_OUT_AT);
        }

        /** The command, or null when something that must be there is not; that has its own problem. */
        @Nullable
        ImportCase command(CaseId caseId) {
            if (reported == null || kind == null || channel == null || category == null || place == null) {
                return null;
            }
            var resolution = resolution(reported);
            var title = neutral(this.title);
            return title == null
                    ? null
                    : new ImportCase(
                            caseId,
                            reported.at(),
                            kind,
                            channel,
                            category,
                            place,
                            title,
                            statement,
                            petitioner(caseId),
                            assignment(reported, resolution),
                            resolution,
                            closedOutAt(resolution));
        }

        /** Nobody reads ten thousand titles before they come in; so a name in one is made unreadable here. */
        private @Nullable String neutral(@Nullable String title) {
            if (title == null) {
                return null;
            }
            var neutral = NeutralTitle.without(
                    title,
                    Stream.of(name, phone, idNumber).filter(Objects::nonNull).toList());
            if (!neutral.equals(title)) {
                values.warn(Target.TITLE, "NAMED_A_PERSON");
            }
            return neutral;
        }

        private @Nullable LedgerPetitioner petitioner(CaseId caseId) {
            if (Stream.of(name, phone, idNumber, address).allMatch(it -> it == null)) {
                return null;
            }
            if (phone != null && !PhoneNumber.isWellFormed(phone.words())) {
                values.warn(Target.PETITIONER_PHONE, "PHONE");
            }
            if (idNumber != null && !IdNumber.isValid(idNumber.words())) {
                values.warn(Target.PETITIONER_ID_NUMBER, "ID_NUMBER");
            }
            // the same row must make the same facts, so the key of its person follows from the case
            var key = UUID.nameUUIDFromBytes((caseId + "/petitioner").getBytes(StandardCharsets.UTF_8));
            return new LedgerPetitioner(key, name == null ? UNSIGNED : name, phone, idNumber, address);
        }

        private @Nullable LedgerResolution resolution(LedgerTime reported) {
            if (resolved == null) {
                if (closedOut != null) {
                    values.warn(Target.CLOSED_OUT_AT, "CLOSED_OUT_UNRESOLVED");
                }
                return null;
            }
            var earlier = earlierThan(reported, resolved)
                    ? Target.RESOLVED_AT
                    : closedOut != null && earlierThan(reported, closedOut) ? Target.CLOSED_OUT_AT : null;
            if (earlier != null) {
                values.warn(earlier, "RESOLVED_BEFORE_REPORTED");
                return null;
            }
            return new LedgerResolution(resolved.notBefore(reported.at(), reported.day()), outcome, result, resolution);
        }

        private static boolean earlierThan(LedgerTime reported, LedgerTime time) {
            return time.notBefore(reported.at(), reported.day()).isBefore(reported.at());
        }

        private @Nullable LedgerAssignment assignment(LedgerTime reported, @Nullable LedgerResolution resolution) {
            if (unit == null) {
                return null;
            }
            var at = reported.at();
            if (assigned != null) {
                at = assigned.notBefore(at, reported.day());
                if (at.isBefore(reported.at())) {
                    values.warn(Target.ASSIGNED_AT, "ASSIGNED_BEFORE_REPORTED");
                    at = reported.at();
                } else if (resolution != null && at.isAfter(resolution.at())) {
                    values.warn(Target.ASSIGNED_AT, "ASSIGNED_AFTER_RESOLVED");
                    at = resolution.at();
                }
            }
            return new LedgerAssignment(at, unit, officer, due == null ? null : due.day());
        }

        private @Nullable Instant closedOutAt(@Nullable LedgerResolution resolution) {
            if (closedOut == null || resolution == null || resolved == null) {
                return null;
            }
            var at = closedOut.notBefore(resolution.at(), resolved.day());
            if (at.isBefore(resolution.at())) {
                values.warn(Target.CLOSED_OUT_AT, "CLOSED_OUT_BEFORE_RESOLVED");
                return null;
            }
            return at;
        }
    }
}
