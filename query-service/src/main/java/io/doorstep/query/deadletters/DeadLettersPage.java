package io.doorstep.query.deadletters;

import io.doorstep.identity.SignedIn;
import io.doorstep.terms.Role;
import io.doorstep.web.Form;
import io.doorstep.web.MaxLength;
import io.doorstep.web.Named;
import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * 死信页。 Shows an administrator what could not be read, tries it again for one case, or leaves it so for a reason. These POSTs
 * change no fact, only how far the reading has come, so they belong where the reading is done.
 */
@RestController
class DeadLettersPage {

    private final DeadLetterTable letters;
    private final Parkings parkings;
    private final EventProcessingConfiguration processing;

    DeadLettersPage(DeadLetterTable letters, Parkings parkings, EventProcessingConfiguration processing) {
        this.letters = letters;
        this.parkings = parkings;
        this.processing = processing;
    }

    record DeadLetters(List<DeadLetterEntry> items) {}

    record Retried(String caseId, boolean mended) {}

    record Left(String caseId, boolean parked) {}

    record ParkingForm(@MaxLength(400) String reason) implements Form {}

    @GetMapping("/api/dead-letters")
    DeadLetters all() {
        onlyAdministrators();
        return new DeadLetters(letters.heads());
    }

    @PostMapping("/api/dead-letters/{caseId}/retry")
    Retried retry(@PathVariable String caseId) {
        var who = onlyAdministrators();
        var groups = letters.heads().stream()
                .filter(head -> head.caseId().equals(caseId))
                .map(DeadLetterEntry::group)
                .toList();
        if (groups.isEmpty()) {
            throw Named.notFound();
        }
        groups.forEach(group -> processor(group).process(letter -> isAbout(letter.message(), caseId)));
        var mended = !letters.isParked(caseId);
        if (mended) {
            parkings.lift(caseId, who);
        }
        return new Retried(caseId, mended);
    }

    /** The case stays as it was last read, and nobody is alarmed about it any more. */
    @PostMapping("/api/dead-letters/{caseId}/parking")
    Left park(@PathVariable String caseId, @RequestBody ParkingForm form) {
        var who = onlyAdministrators();
        if (!letters.isParked(caseId)) {
            throw Named.notFound();
        }
        parkings.park(caseId, form.reason(), who);
        return new Left(caseId, true);
    }

    @PostMapping("/api/dead-letters/{caseId}/parking/lifting")
    Left lift(@PathVariable String caseId) {
        var who = onlyAdministrators();
        if (!parkings.lift(caseId, who)) {
            throw Named.notFound();
        }
        return new Left(caseId, false);
    }

    private SequencedDeadLetterProcessor<EventMessage<?>> processor(String group) {
        return processing
                .sequencedDeadLetterProcessor(group)
                .orElseThrow(() -> new IllegalStateException("no letters are kept for " + group));
    }

    private static boolean isAbout(EventMessage<?> message, String caseId) {
        return message instanceof DomainEventMessage<?> fact
                && fact.getAggregateIdentifier().equals(caseId);
    }

    private static String onlyAdministrators() {
        var actor = SignedIn.now().actor();
        if (!actor.is(Role.ADMINISTRATOR)) {
            throw Named.roleMayNot();
        }
        return actor.id();
    }
}
