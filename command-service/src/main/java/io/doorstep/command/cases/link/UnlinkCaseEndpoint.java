package io.doorstep.command.cases.link;

import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.web.Ask;
import io.doorstep.command.web.CaseForm;
import io.doorstep.command.web.Counter;
import io.doorstep.terms.LinkKind;
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
class UnlinkCaseEndpoint {

    private final Counter counter;

    UnlinkCaseEndpoint(Counter counter) {
        this.counter = counter;
    }

    record UnlinkCaseForm(
            UUID otherCaseId,
            LinkKind link,
            @MaxLength(4000) String reason,
            @Nullable Instant occurredAt,
            @MaxLength(500) @Nullable String lateEntryReason)
            implements CaseForm {}

    @PostMapping("/api/cases/{id}/links/removal")
    ResponseEntity<Receipt> unlink(@PathVariable UUID id, @RequestBody UnlinkCaseForm form, Ask ask) {
        return counter.take(
                new UnlinkCase(
                        new CaseId(id),
                        form.occurredAt(),
                        new CaseId(form.otherCaseId()),
                        form.link(),
                        new Private(form.reason())),
                ask,
                form);
    }
}
