package io.doorstep.command.cases.merge;

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
class MergeCaseEndpoint {

    private final Counter counter;

    MergeCaseEndpoint(Counter counter) {
        this.counter = counter;
    }

    record MergeCaseForm(
            UUID intoCaseId,
            @MaxLength(4000) String reason,
            @Nullable Instant occurredAt,
            @MaxLength(500) @Nullable String lateEntryReason)
            implements CaseForm {}

    @PostMapping("/api/cases/{id}/merger")
    ResponseEntity<Receipt> merge(@PathVariable UUID id, @RequestBody MergeCaseForm form, Ask ask) {
        return counter.take(
                new MergeCase(
                        new CaseId(id), form.occurredAt(), new CaseId(form.intoCaseId()), new Private(form.reason())),
                ask,
                form);
    }
}
