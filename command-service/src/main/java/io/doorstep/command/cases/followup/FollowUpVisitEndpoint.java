package io.doorstep.command.cases.followup;

import static io.doorstep.command.web.CaseForm.privately;

import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.web.Ask;
import io.doorstep.command.web.CaseForm;
import io.doorstep.command.web.Counter;
import io.doorstep.terms.FollowUp;
import io.doorstep.web.MaxLength;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FollowUpVisitEndpoint {

    private final Counter counter;

    FollowUpVisitEndpoint(Counter counter) {
        this.counter = counter;
    }

    record FollowUpForm(
            UUID visitId,
            FollowUp result,
            @MaxLength(4000) @Nullable String remark,
            @Nullable Instant occurredAt,
            @MaxLength(500) @Nullable String lateEntryReason)
            implements CaseForm {}

    @PostMapping("/api/cases/{id}/follow-ups")
    ResponseEntity<Receipt> followUp(@PathVariable UUID id, @RequestBody FollowUpForm form, Ask ask) {
        return counter.take(
                new FollowUpVisit(
                        new CaseId(id), form.occurredAt(), form.visitId(), form.result(), privately(form.remark())),
                ask,
                form);
    }
}
