package io.doorstep.command.cases.extend;

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
class ExtendDeadlineEndpoint {

    private static final int MOST_DAYS = 365;

    private final Counter counter;
    private final FrontDesk frontDesk;

    ExtendDeadlineEndpoint(Counter counter, FrontDesk frontDesk) {
        this.counter = counter;
        this.frontDesk = frontDesk;
    }

    record ExtendDeadlineForm(
            int days,
            @MaxLength(4000) String reason,
            String approvedBy,
            boolean noticeGiven,
            @Nullable Instant occurredAt,
            @MaxLength(500) @Nullable String lateEntryReason)
            implements CaseForm {}

    @PostMapping("/api/cases/{id}/extensions")
    ResponseEntity<Receipt> extend(@PathVariable UUID id, @RequestBody ExtendDeadlineForm form, Ask ask) {
        frontDesk
                .check(form)
                .require(form.days() >= 1 && form.days() <= MOST_DAYS, "days", "OUT_OF_RANGE", 1, MOST_DAYS)
                .officer("approvedBy", form.approvedBy())
                .done();
        return counter.take(
                new ExtendDeadline(
                        new CaseId(id),
                        form.occurredAt(),
                        form.days(),
                        new Private(form.reason()),
                        form.approvedBy(),
                        form.noticeGiven()),
                ask,
                form);
    }
}
