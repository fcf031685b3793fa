package io.doorstep.command.cases.recuse;

import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.web.Ask;
import io.doorstep.command.web.CaseForm;
import io.doorstep.command.web.Counter;
import io.doorstep.command.web.FrontDesk;
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
class RecusalEndpoint {

    private final Counter counter;
    private final FrontDesk frontDesk;

    RecusalEndpoint(Counter counter, FrontDesk frontDesk) {
        this.counter = counter;
        this.frontDesk = frontDesk;
    }

    record RecusalForm(
            String officer,
            @MaxLength(2000) String reason,
            @Nullable Instant occurredAt,
            @MaxLength(500) @Nullable String lateEntryReason)
            implements CaseForm {}

    @PostMapping("/api/cases/{id}/recusals")
    ResponseEntity<Receipt> recuse(@PathVariable UUID id, @RequestBody RecusalForm form, Ask ask) {
        frontDesk.check(form).officer("officer", form.officer()).done();
        var reason = new Private(form.reason());
        return counter.take(new RecuseOfficer(new CaseId(id), form.occurredAt(), form.officer(), reason), ask, form);
    }

    @PostMapping("/api/cases/{id}/recusals/lifting")
    ResponseEntity<Receipt> lift(@PathVariable UUID id, @RequestBody RecusalForm form, Ask ask) {
        var reason = new Private(form.reason());
        return counter.take(new LiftRecusal(new CaseId(id), form.occurredAt(), form.officer(), reason), ask, form);
    }
}
