package io.doorstep.command.cases.rate;

import static io.doorstep.command.web.CaseForm.privately;

import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.web.Ask;
import io.doorstep.command.web.CaseForm;
import io.doorstep.command.web.Counter;
import io.doorstep.terms.RatingTarget;
import io.doorstep.terms.Satisfaction;
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
class RateSatisfactionEndpoint {

    private final Counter counter;

    RateSatisfactionEndpoint(Counter counter) {
        this.counter = counter;
    }

    record RateSatisfactionForm(
            RatingTarget target,
            Satisfaction rating,
            @MaxLength(4000) @Nullable String comment,
            @Nullable Instant occurredAt,
            @MaxLength(500) @Nullable String lateEntryReason)
            implements CaseForm {}

    @PostMapping("/api/cases/{id}/ratings")
    ResponseEntity<Receipt> rate(@PathVariable UUID id, @RequestBody RateSatisfactionForm form, Ask ask) {
        return counter.take(
                new RateSatisfaction(
                        new CaseId(id), form.occurredAt(), form.target(), form.rating(), privately(form.comment())),
                ask,
                form);
    }
}
