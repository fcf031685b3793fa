package io.doorstep.command.unmask;

import io.doorstep.access.AccessLog;
import io.doorstep.access.UnmaskReason;
import io.doorstep.command.dispatch.Desk;
import io.doorstep.command.web.Ask;
import io.doorstep.web.Form;
import io.doorstep.web.Named;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What may be shown, the reading side decides when it is asked; this side only remembers the reason. */
@RestController
class UnmaskEndpoint {

    private final AccessLog log;
    private final Desk desk;

    UnmaskEndpoint(AccessLog log, Desk desk) {
        this.log = log;
        this.desk = desk;
    }

    record UnmaskForm(UnmaskReason reason) implements Form {}

    @PostMapping("/api/cases/{id}/unmaskings")
    ResponseEntity<Void> unmask(@PathVariable UUID id, @RequestBody UnmaskForm form, Ask ask) {
        if (desk.known(ask.actor(), id.toString()).isEmpty()) {
            throw Named.notFound();
        }
        log.unmask(ask.actor(), id.toString(), form.reason());
        return ResponseEntity.noContent().build();
    }
}
