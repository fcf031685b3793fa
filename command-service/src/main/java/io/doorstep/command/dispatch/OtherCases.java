package io.doorstep.command.dispatch;

import io.doorstep.command.cases.decision.CaseHistory;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.identity.FactMetadata;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** 其他案件。 Looks a case up that a command only mentions, such as the one that it links to. */
public final class OtherCases {

    private final EventStore facts;

    public OtherCases(EventStore facts) {
        this.facts = facts;
    }

    /** What is on record of the case; empty when there is none of that id. */
    public Optional<CaseHistory> find(String caseId) {
        var history = new CaseHistory();
        facts.readEvents(caseId).forEachRemaining(message -> {
            if (message.getPayload() instanceof CaseEvent fact) {
                history.remember(fact, String.valueOf(message.getMetaData().get(FactMetadata.ACTOR)));
            }
        });
        return history.version() == 0 ? Optional.empty() : Optional.of(history);
    }
}
