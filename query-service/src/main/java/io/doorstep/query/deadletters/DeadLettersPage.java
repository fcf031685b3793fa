package io.doorstep.query.deadletters;

import io.doorstep.identity.SignedIn;
import io.doorstep.terms.Role;
import io.doorstep.web.Named;
import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * 死信页。 Shows an administrator what could not be read, and tries it again for one case. The retry is the only POST of the
 * reading side: it changes no fact, only how far the reading has come, so it belongs where the reading is done.
 */
@RestController
class DeadLettersPage {

    private final DeadLetterTable letters;
    private final EventProcessingConfiguration processing;

    DeadLettersPage(DeadLetterTable letters, EventProcessingConfiguration processing) {
        this.letters = letters;
        this.processing = processing;
    }

    record DeadLetters(List<DeadLetterEntry> items) {}

    record Retried(String caseId, boolean mended) {}

    @GetMapping("/api/dead-letters")
    DeadLetters all() {
        onlyAdministrators();
        return new DeadLetters(letters.heads());
    }

    @PostMapping("/api/dead-letters/{caseId}/retry")
    Retried retry(@PathVariable String caseId) {
        onlyAdministrators();
        var groups = letters.heads().stream()
                .filter(head -> head.caseId().equals(caseId))
                .map(DeadLetterEntry::group)
                .toList();
        if (groups.isEmpty()) {
            throw Named.notFound();
        }
        groups.forEach(group -> processor(group).process(letter -> isAbout(letter.message(), caseId)));
        return new Retried(caseId, !letters.isParked(caseId));
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

    private static void onlyAdministrators() {
        if (!SignedIn.now().actor().is(Role.ADMINISTRATOR)) {
            throw Named.roleMayNot();
        }
    }
}
