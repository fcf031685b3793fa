package io.doorstep.command.cases.supervise;

import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.web.Ask;
import io.doorstep.command.web.CaseForm;
import io.doorstep.command.web.Counter;
import io.doorstep.vault.Private;
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
class AnswerSupervisionEndpoint {

    private final Counter counter;

    AnswerSupervisionEndpoint(Counter counter) {
        this.counter = counter;
    }

    record AnswerSupervisionForm(
            @MaxLength(4000) String text,
            @Nullable Instant occurredAt,
            @MaxLength(500) @Nullable String lateEntryReason)
            implements CaseForm {}

    @PostMapping("/api/cases/{id}/supervision/answer")
    ResponseEntity<Receipt> answer(@PathVariable UUID id, @RequestBody AnswerSupervisionForm form, Ask ask) {
        return counter.take(
                new AnswerSupervision(new CaseId(id), form.occurredAt(), new Private(form.text())), ask, form);
    }
}
