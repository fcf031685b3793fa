package io.doorstep.command.cases.supervise;

import static io.doorstep.command.web.CaseForm.privately;

import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.web.Ask;
import io.doorstep.command.web.CaseForm;
import io.doorstep.command.web.Counter;
import io.doorstep.terms.SupervisionLevel;
import io.doorstep.web.MaxLength;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderSupervisionEndpoint {

    private final Counter counter;

    OrderSupervisionEndpoint(Counter counter) {
        this.counter = counter;
    }

    record OrderSupervisionForm(
            SupervisionLevel level,
            LocalDate answerBy,
            @MaxLength(4000) @Nullable String text,
            @Nullable Instant occurredAt,
            @MaxLength(500) @Nullable String lateEntryReason)
            implements CaseForm {}

    @PostMapping("/api/cases/{id}/supervision")
    ResponseEntity<Receipt> order(@PathVariable UUID id, @RequestBody OrderSupervisionForm form, Ask ask) {
        return counter.take(
                new OrderSupervision(
                        new CaseId(id), form.occurredAt(), form.level(), form.answerBy(), privately(form.text())),
                ask,
                form);
    }
}
