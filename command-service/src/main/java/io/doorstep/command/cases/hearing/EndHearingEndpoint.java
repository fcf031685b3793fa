package io.doorstep.command.cases.hearing;

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
class EndHearingEndpoint {

    private final Counter counter;

    EndHearingEndpoint(Counter counter) {
        this.counter = counter;
    }

    record EndHearingForm(
            @Nullable Instant occurredAt,
            @MaxLength(500) @Nullable String lateEntryReason) implements CaseForm {}

    @PostMapping("/api/cases/{id}/reviews/hearing/end")
    ResponseEntity<Receipt> end(@PathVariable UUID id, @RequestBody EndHearingForm form, Ask ask) {
        return counter.take(new EndHearing(new CaseId(id), form.occurredAt()), ask, form);
    }
}
