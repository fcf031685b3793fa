package io.doorstep.command.cases.link;

import static io.doorstep.command.web.CaseForm.privately;

import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.web.Ask;
import io.doorstep.command.web.CaseForm;
import io.doorstep.command.web.Counter;
import io.doorstep.terms.LinkKind;
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
class LinkCaseEndpoint {

    private final Counter counter;

    LinkCaseEndpoint(Counter counter) {
        this.counter = counter;
    }

    record LinkCaseForm(
            UUID otherCaseId,
            LinkKind link,
            @MaxLength(4000) @Nullable String remark,
            @Nullable Instant occurredAt,
            @MaxLength(500) @Nullable String lateEntryReason)
            implements CaseForm {}

    @PostMapping("/api/cases/{id}/links")
    ResponseEntity<Receipt> link(@PathVariable UUID id, @RequestBody LinkCaseForm form, Ask ask) {
        return counter.take(
                new LinkCase(
                        new CaseId(id),
                        form.occurredAt(),
                        new CaseId(form.otherCaseId()),
                        form.link(),
                        privately(form.remark())),
                ask,
                form);
    }
}
