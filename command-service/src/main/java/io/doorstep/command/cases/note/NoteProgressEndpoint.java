package io.doorstep.command.cases.note;

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
class NoteProgressEndpoint {

    private final Counter counter;

    NoteProgressEndpoint(Counter counter) {
        this.counter = counter;
    }

    record NoteProgressForm(
            @MaxLength(4000) String text,
            @Nullable Instant occurredAt,
            @MaxLength(500) @Nullable String lateEntryReason)
            implements CaseForm {}

    @PostMapping("/api/cases/{id}/notes")
    ResponseEntity<Receipt> note(@PathVariable UUID id, @RequestBody NoteProgressForm form, Ask ask) {
        return counter.take(new NoteProgress(new CaseId(id), form.occurredAt(), new Private(form.text())), ask, form);
    }
}
