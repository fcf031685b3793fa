package io.doorstep.command.cases.sign;

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
class SignAssignmentEndpoint {

    private final Counter counter;

    SignAssignmentEndpoint(Counter counter) {
        this.counter = counter;
    }

    record SignAssignmentForm(
            @Nullable Instant occurredAt,
            @MaxLength(500) @Nullable String lateEntryReason) implements CaseForm {}

    @PostMapping("/api/cases/{id}/signature")
    ResponseEntity<Receipt> sign(
            @PathVariable UUID id, @RequestBody(required = false) @Nullable SignAssignmentForm given, Ask ask) {
        var form = given == null ? new SignAssignmentForm(null, null) : given;
        return counter.take(new SignAssignment(new CaseId(id), form.occurredAt()), ask, form);
    }
}
