package io.doorstep.command.cases.mediate;

import static io.doorstep.command.web.CaseForm.privately;

import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.web.Ask;
import io.doorstep.command.web.CaseForm;
import io.doorstep.command.web.Counter;
import io.doorstep.terms.ConfirmationDecision;
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
class DecideConfirmationEndpoint {

    private final Counter counter;

    DecideConfirmationEndpoint(Counter counter) {
        this.counter = counter;
    }

    record DecideConfirmationForm(
            ConfirmationDecision decision,
            @MaxLength(4000) @Nullable String remark,
            @Nullable Instant occurredAt,
            @MaxLength(500) @Nullable String lateEntryReason)
            implements CaseForm {}

    @PostMapping("/api/cases/{id}/mediation/confirmation/decision")
    ResponseEntity<Receipt> decide(@PathVariable UUID id, @RequestBody DecideConfirmationForm form, Ask ask) {
        return counter.take(
                new DecideConfirmation(new CaseId(id), form.occurredAt(), form.decision(), privately(form.remark())),
                ask,
                form);
    }
}
