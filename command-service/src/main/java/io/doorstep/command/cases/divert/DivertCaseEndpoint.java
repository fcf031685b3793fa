package io.doorstep.command.cases.divert;

import static io.doorstep.command.web.CaseForm.privately;

import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.web.Ask;
import io.doorstep.command.web.CaseForm;
import io.doorstep.command.web.Counter;
import io.doorstep.terms.DiversionRoute;
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
class DivertCaseEndpoint {

    private final Counter counter;

    DivertCaseEndpoint(Counter counter) {
        this.counter = counter;
    }

    record DivertCaseForm(
            DiversionRoute route,
            String to,
            @MaxLength(4000) @Nullable String notice,
            @Nullable Instant occurredAt,
            @MaxLength(500) @Nullable String lateEntryReason)
            implements CaseForm {}

    @PostMapping("/api/cases/{id}/diversion")
    ResponseEntity<Receipt> divert(@PathVariable UUID id, @RequestBody DivertCaseForm form, Ask ask) {
        return counter.take(
                new DivertCase(new CaseId(id), form.occurredAt(), form.route(), form.to(), privately(form.notice())),
                ask,
                form);
    }
}
