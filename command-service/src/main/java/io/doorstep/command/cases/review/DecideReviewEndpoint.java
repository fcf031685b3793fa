package io.doorstep.command.cases.review;

import static io.doorstep.command.web.CaseForm.privately;

import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.web.Ask;
import io.doorstep.command.web.CaseForm;
import io.doorstep.command.web.Counter;
import io.doorstep.terms.ReviewDecision;
import io.doorstep.terms.ReviewStage;
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
class DecideReviewEndpoint {

    private final Counter counter;

    DecideReviewEndpoint(Counter counter) {
        this.counter = counter;
    }

    record DecideReviewForm(
            @Nullable ReviewStage stage,
            ReviewDecision decision,
            @MaxLength(4000) @Nullable String summary,
            @Nullable Instant occurredAt,
            @MaxLength(500) @Nullable String lateEntryReason)
            implements CaseForm {}

    @PostMapping("/api/cases/{id}/reviews/decision")
    ResponseEntity<Receipt> decide(@PathVariable UUID id, @RequestBody DecideReviewForm form, Ask ask) {
        return counter.take(
                new DecideReview(
                        new CaseId(id), form.occurredAt(), form.stage(), form.decision(), privately(form.summary())),
                ask,
                form);
    }
}
