package io.doorstep.command.cases.report;

import static io.doorstep.command.web.CaseForm.privately;

import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.cases.values.NeutralTitle;
import io.doorstep.command.web.Ask;
import io.doorstep.command.web.CaseForm;
import io.doorstep.command.web.Counter;
import io.doorstep.command.web.FrontDesk;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.Channel;
import io.doorstep.terms.ResolutionOutcome;
import io.doorstep.terms.Stance;
import io.doorstep.terms.VisitType;
import io.doorstep.vault.Private;
import io.doorstep.web.Form;
import io.doorstep.web.MaxLength;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReportCaseEndpoint {

    private static final int MOST_PEOPLE = 100_000;

    private final Counter counter;
    private final FrontDesk frontDesk;

    ReportCaseEndpoint(Counter counter, FrontDesk frontDesk) {
        this.counter = counter;
        this.frontDesk = frontDesk;
    }

    record ReportForm(
            @Nullable UUID caseId,
            CaseKind kind,
            Channel channel,
            String category,
            String place,
            @MaxLength(120) String title,
            @MaxLength(10_000) @Nullable String statement,
            List<PetitionerForm> petitioners,
            @Nullable Integer partySize,
            @Nullable List<String> accusedUnits,
            @Nullable SettledForm settled,
            @Nullable Instant occurredAt,
            @MaxLength(500) @Nullable String lateEntryReason)
            implements CaseForm {}

    record SettledForm(
            ResolutionOutcome outcome,
            @MaxLength(4000) String summary,
            @MaxLength(4000) String evidence,
            @Nullable Stance stance,
            @Nullable VisitType visitType,
            @Nullable UUID visitId)
            implements Form {

        Settlement settlement() {
            return new Settlement(outcome, new Private(summary), new Private(evidence), stance, visitType, visitId);
        }
    }

    @PostMapping("/api/cases")
    ResponseEntity<Receipt> report(@RequestBody ReportForm form, Ask ask) {
        check(form);
        var partySize = form.partySize();
        return counter.open(
                new ReportCase(
                        new CaseId(form.caseId() == null ? UUID.randomUUID() : form.caseId()),
                        form.occurredAt(),
                        form.kind(),
                        form.channel(),
                        form.category(),
                        form.place(),
                        form.title(),
                        privately(form.statement()),
                        form.petitioners().stream().map(PetitionerForm::person).toList(),
                        partySize == null ? Math.max(1, form.petitioners().size()) : partySize,
                        form.accusedUnits() == null ? List.of() : form.accusedUnits(),
                        form.settled() == null ? null : form.settled().settlement()),
                ask,
                form);
    }

    private void check(ReportForm form) {
        var partySize = form.partySize();
        var checks = frontDesk
                .check(form)
                .place("place", form.place())
                .category("category", form.category())
                .units("accusedUnits", form.accusedUnits())
                .require(
                        partySize == null || (partySize >= 1 && partySize <= MOST_PEOPLE),
                        "partySize",
                        "OUT_OF_RANGE",
                        1,
                        MOST_PEOPLE)
                .require(
                        !NeutralTitle.names(
                                form.title(),
                                form.petitioners().stream()
                                        .flatMap(PetitionerForm::words)
                                        .toList()),
                        "title",
                        "NAMES_A_PERSON");
        for (var i = 0; i < form.petitioners().size(); i++) {
            form.petitioners().get(i).check(checks, "petitioners[" + i + "]");
        }
        checks.done();
    }
}
