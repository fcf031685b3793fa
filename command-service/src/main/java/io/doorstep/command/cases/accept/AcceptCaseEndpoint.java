package io.doorstep.command.cases.accept;

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
class AcceptCaseEndpoint {

    private final Counter counter;

    AcceptCaseEndpoint(Counter counter) {
        this.counter = counter;
    }

    record AcceptCaseForm(
            @MaxLength(4000) @Nullable String notice,
            @Nullable Instant occurredAt,
            @MaxLength(500) @Nullable String lateEntryReason)
            implements CaseForm {}

    @PostMapping("/api/cases/{id}/acceptance")
    ResponseEntity<Receipt> accept(
            @PathVariable UUID id, @RequestBody(required = false) @Nullable AcceptCaseForm given, Ask ask) {
        var form = given == null ? new AcceptCaseForm(null, null, null) : given;
        return counter.take(new AcceptCase(new CaseId(id), form.occurredAt(), privately(form.notice())), ask, form);
    }
}
