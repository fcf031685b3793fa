package io.doorstep.command.cases.visit;

import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.web.Ask;
import io.doorstep.command.web.Counter;
import io.doorstep.command.web.FrontDesk;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RecordVisitEndpoint {

    private final Counter counter;
    private final FrontDesk frontDesk;

    RecordVisitEndpoint(Counter counter, FrontDesk frontDesk) {
        this.counter = counter;
        this.frontDesk = frontDesk;
    }

    @PostMapping("/api/cases/{id}/visits")
    ResponseEntity<Receipt> visit(@PathVariable UUID id, @RequestBody VisitForm form, Ask ask) {
        form.check(frontDesk.on(form.happened()));
        var command = form.command(new CaseId(id));
        return form.visitId() == null
                ? counter.take(command, ask, form)
                : counter.take(command, ask, form, "visit:" + form.visitId());
    }
}
