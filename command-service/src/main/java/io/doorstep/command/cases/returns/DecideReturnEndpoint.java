package io.doorstep.command.cases.returns;

import static io.doorstep.command.web.CaseForm.privately;

import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.web.Ask;
import io.doorstep.command.web.CaseForm;
import io.doorstep.command.web.Counter;
import io.doorstep.command.web.FrontDesk;
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
class DecideReturnEndpoint {

    private final Counter counter;
    private final FrontDesk frontDesk;

    DecideReturnEndpoint(Counter counter, FrontDesk frontDesk) {
        this.counter = counter;
        this.frontDesk = frontDesk;
    }

    record DecideReturnForm(
            boolean approve,
            @MaxLength(4000) @Nullable String reason,
            @Nullable Instant occurredAt,
            @MaxLength(500) @Nullable String lateEntryReason)
            implements CaseForm {}

    @PostMapping("/api/cases/{id}/returns/decision")
    ResponseEntity<Receipt> decide(@PathVariable UUID id, @RequestBody DecideReturnForm form, Ask ask) {
        frontDesk
                .check(form)
                .require(form.approve() || form.reason() != null, "reason", "REQUIRED")
                .done();
        return counter.take(
                new DecideReturn(new CaseId(id), form.occurredAt(), form.approve(), privately(form.reason())),
                ask,
                form);
    }
}
