package io.doorstep.command.cases.assign;

import static io.doorstep.command.web.CaseForm.privately;

import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.cases.values.Assignee;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.web.Ask;
import io.doorstep.command.web.CaseForm;
import io.doorstep.command.web.Counter;
import io.doorstep.command.web.FrontDesk;
import io.doorstep.web.MaxLength;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AssignCaseEndpoint {

    private final Counter counter;
    private final FrontDesk frontDesk;

    AssignCaseEndpoint(Counter counter, FrontDesk frontDesk) {
        this.counter = counter;
        this.frontDesk = frontDesk;
    }

    record AssignForm(
            String unit,
            @Nullable String officer,
            @Nullable String leadOfficer,
            @Nullable LocalDate reportBackBy,
            @MaxLength(2000) @Nullable String instruction,
            @Nullable Instant occurredAt,
            @MaxLength(500) @Nullable String lateEntryReason)
            implements CaseForm {}

    @PostMapping("/api/cases/{id}/assignments")
    ResponseEntity<Receipt> assign(@PathVariable UUID id, @RequestBody AssignForm form, Ask ask) {
        frontDesk
                .check(form)
                .unit("unit", form.unit())
                .officerOf("officer", form.officer(), form.unit())
                .officer("leadOfficer", form.leadOfficer())
                .done();
        var to = new Assignee(form.unit(), form.officer(), form.leadOfficer());
        return counter.take(
                new AssignCase(
                        new CaseId(id), form.occurredAt(), to, form.reportBackBy(), privately(form.instruction())),
                ask,
                form);
    }
}
