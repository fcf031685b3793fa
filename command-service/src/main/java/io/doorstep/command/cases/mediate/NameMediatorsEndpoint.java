package io.doorstep.command.cases.mediate;

import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.web.Ask;
import io.doorstep.command.web.CaseForm;
import io.doorstep.command.web.Counter;
import io.doorstep.command.web.FrontDesk;
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
class NameMediatorsEndpoint {

    private final Counter counter;
    private final FrontDesk frontDesk;

    NameMediatorsEndpoint(Counter counter, FrontDesk frontDesk) {
        this.counter = counter;
        this.frontDesk = frontDesk;
    }

    record NameMediatorsForm(
            List<String> mediators,
            @Nullable Boolean chosenByParties,
            @Nullable Instant occurredAt,
            @MaxLength(500) @Nullable String lateEntryReason)
            implements CaseForm {}

    @PostMapping("/api/cases/{id}/mediation/mediators")
    ResponseEntity<Receipt> name(@PathVariable UUID id, @RequestBody NameMediatorsForm form, Ask ask) {
        frontDesk
                .check(form)
                .require(!form.mediators().isEmpty(), "mediators", "REQUIRED")
                .officers("mediators", form.mediators())
                .done();
        return counter.take(
                new NameMediators(
                        new CaseId(id),
                        form.occurredAt(),
                        form.mediators(),
                        Boolean.TRUE.equals(form.chosenByParties())),
                ask,
                form);
    }
}
