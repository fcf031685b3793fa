package io.doorstep.command.cases.revisit;

import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.web.Ask;
import io.doorstep.command.web.CaseForm;
import io.doorstep.command.web.Counter;
import io.doorstep.command.web.FrontDesk;
import io.doorstep.terms.RevisitVerdict;
import io.doorstep.terms.Satisfaction;
import io.doorstep.terms.Stance;
import io.doorstep.vault.Private;
import io.doorstep.web.MaxLength;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RevisitCaseEndpoint {

    private final Counter counter;
    private final FrontDesk frontDesk;

    RevisitCaseEndpoint(Counter counter, FrontDesk frontDesk) {
        this.counter = counter;
        this.frontDesk = frontDesk;
    }

    record RevisitCaseForm(
            RevisitVerdict verdict,
            Stance stance,
            @Nullable List<String> officers,
            @MaxLength(4000) String findings,
            @Nullable Satisfaction satisfaction,
            @Nullable Instant occurredAt,
            @MaxLength(500) @Nullable String lateEntryReason)
            implements CaseForm {}

    @PostMapping("/api/cases/{id}/revisits")
    ResponseEntity<Receipt> revisit(@PathVariable UUID id, @RequestBody RevisitCaseForm form, Ask ask) {
        frontDesk
                .check(form)
                .officers("officers", form.officers() == null ? List.of() : form.officers())
                .done();
        return counter.take(
                new RevisitCase(
                        new CaseId(id),
                        form.occurredAt(),
                        form.verdict(),
                        form.stance(),
                        form.officers() == null ? List.of() : form.officers(),
                        new Private(form.findings()),
                        form.satisfaction()),
                ask,
                form);
    }
}
