package io.doorstep.command.cases.correct;

import static io.doorstep.command.web.CaseForm.privately;

import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.web.Ask;
import io.doorstep.command.web.CaseForm;
import io.doorstep.command.web.Counter;
import io.doorstep.command.web.FrontDesk;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.Channel;
import io.doorstep.vault.Private;
import io.doorstep.web.Form;
import io.doorstep.web.MaxLength;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CorrectCaseEndpoint {

    private static final int MOST_PEOPLE = 100_000;

    private final Counter counter;
    private final FrontDesk frontDesk;
    private final Titles titles;

    CorrectCaseEndpoint(Counter counter, FrontDesk frontDesk, Titles titles) {
        this.counter = counter;
        this.titles = titles;
        this.frontDesk = frontDesk;
    }

    record CorrectForm(
            ChangesForm changes,
            @MaxLength(2000) String reason,
            @Nullable Instant occurredAt,
            @MaxLength(500) @Nullable String lateEntryReason)
            implements CaseForm {}

    /** What is to stand there; what is left out stays. */
    record ChangesForm(
            @Nullable CaseKind kind,
            @Nullable Channel channel,
            @Nullable String category,
            @Nullable String place,
            @MaxLength(120) @Nullable String title,
            @MaxLength(10_000) @Nullable String statement,
            @Nullable Integer partySize,
            @Nullable List<String> accusedUnits)
            implements Form {

        Map<String, String> plain() {
            var plain = new LinkedHashMap<String, String>();
            put(plain, "kind", kind);
            put(plain, "channel", channel);
            put(plain, "category", category);
            put(plain, "place", place);
            put(plain, "title", title);
            put(plain, CorrectCase.PARTY_SIZE, partySize);
            put(plain, CorrectCase.ACCUSED_UNITS, accusedUnits == null ? null : String.join(",", accusedUnits));
            return plain;
        }

        private static void put(Map<String, String> plain, String field, @Nullable Object value) {
            if (value != null) {
                plain.put(field, value.toString());
            }
        }
    }

    @PostMapping("/api/cases/{id}/corrections")
    ResponseEntity<Receipt> correct(@PathVariable UUID id, @RequestBody CorrectForm form, Ask ask) {
        var changes = form.changes();
        var partySize = changes.partySize();
        frontDesk
                .check(form)
                .place("changes.place", changes.place())
                .category("changes.category", changes.category())
                .units("changes.accusedUnits", changes.accusedUnits())
                .require(
                        partySize == null || (partySize >= 1 && partySize <= MOST_PEOPLE),
                        "changes.partySize",
                        "OUT_OF_RANGE",
                        1,
                        MOST_PEOPLE)
                .require(
                        changes.title() == null || !titles.namesPetitioner(ask.actor(), id, changes.title()),
                        "changes.title",
                        "NAMES_A_PERSON")
                .done();
        return counter.take(
                new CorrectCase(
                        new CaseId(id),
                        form.occurredAt(),
                        changes.plain(),
                        privately(changes.statement()),
                        new Private(form.reason())),
                ask,
                form);
    }
}
