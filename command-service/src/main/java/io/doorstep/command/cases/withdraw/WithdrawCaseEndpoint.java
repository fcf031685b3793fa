package io.doorstep.command.cases.withdraw;

import static io.doorstep.command.web.CaseForm.privately;

import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.web.Ask;
import io.doorstep.command.web.CaseForm;
import io.doorstep.command.web.Counter;
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
class WithdrawCaseEndpoint {

    private final Counter counter;

    WithdrawCaseEndpoint(Counter counter) {
        this.counter = counter;
    }

    record WithdrawCaseForm(
            @MaxLength(4000) @Nullable String reason,
            @Nullable Instant occurredAt,
            @MaxLength(500) @Nullable String lateEntryReason)
            implements CaseForm {}

    @PostMapping("/api/cases/{id}/withdrawal")
    ResponseEntity<Receipt> withdraw(
            @PathVariable UUID id, @RequestBody(required = false) @Nullable WithdrawCaseForm given, Ask ask) {
        var form = given == null ? new WithdrawCaseForm(null, null, null) : given;
        return counter.take(new WithdrawCase(new CaseId(id), form.occurredAt(), privately(form.reason())), ask, form);
    }
}
