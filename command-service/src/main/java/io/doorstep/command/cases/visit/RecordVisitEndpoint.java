package io.doorstep.command.cases.visit;

import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.web.Ask;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RecordVisitEndpoint {

    private final Visiting visiting;

    RecordVisitEndpoint(Visiting visiting) {
        this.visiting = visiting;
    }

    @PostMapping("/api/cases/{id}/visits")
    ResponseEntity<VisitReceipt> visit(@PathVariable UUID id, @RequestBody VisitForm form, Ask ask) {
        var receipt = visiting.take(new CaseId(id), form, ask);
        return ResponseEntity.ok().eTag("\"" + receipt.version() + "\"").body(receipt);
    }
}
