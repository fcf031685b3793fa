package io.doorstep.command.reminders;

import io.doorstep.command.web.Ask;
import io.doorstep.reminders.Carrier;
import io.doorstep.reminders.MailAddresses;
import io.doorstep.reminders.Outbox;
import io.doorstep.reminders.ReminderBook;
import io.doorstep.terms.Role;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Form;
import io.doorstep.web.Malformed;
import io.doorstep.web.MaxLength;
import io.doorstep.web.Named;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReminderEndpoint {

    private final ReminderBook book;
    private final Outbox outbox;
    private final MailAddresses addresses;

    ReminderEndpoint(ReminderBook book, Outbox outbox, MailAddresses addresses) {
        this.book = book;
        this.outbox = outbox;
        this.addresses = addresses;
    }

    /** @param reminder null for all of them */
    record ReadForm(@MaxLength(36) @Nullable String reminder) implements Form {}

    record MailForm(@MaxLength(254) @Nullable String mail) implements Form {}

    record DecisionForm(
            @MaxLength(36) String reminder,
            Carrier carrier,
            @MaxLength(64) String recipient,
            boolean sendAgain) implements Form {}

    record Read(int read) {}

    @PostMapping("/api/reminders/read")
    ResponseEntity<Read> read(@RequestBody ReadForm form, Ask ask) {
        return ResponseEntity.ok(new Read(book.read(ask.actor().id(), form.reminder())));
    }

    @PostMapping("/api/me/mail")
    ResponseEntity<Void> mail(@RequestBody MailForm form, Ask ask) {
        var mail = form.mail();
        if (mail != null && !MailAddresses.isOne(mail)) {
            throw new Malformed(FieldProblem.of("mail", "NOT_A_MAIL_ADDRESS"));
        }
        addresses.set(ask.actor().id(), mail);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/api/outbox/decisions")
    ResponseEntity<Void> decide(@RequestBody DecisionForm form, Ask ask) {
        if (!ask.actor().is(Role.ADMINISTRATOR)) {
            throw Named.roleMayNot();
        }
        if (!outbox.decide(form.reminder(), form.carrier(), form.recipient(), form.sendAgain())) {
            throw new Named(HttpStatus.CONFLICT, "NOT_PARKED");
        }
        return ResponseEntity.noContent().build();
    }
}
