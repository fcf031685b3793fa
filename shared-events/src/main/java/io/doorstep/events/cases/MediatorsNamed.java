package io.doorstep.events.cases;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * 确定调解员。 These people mediate a dispute from now on, in place of any before them (Med. 19).
 *
 * @param chosenByParties whether the parties chose them, and not the committee
 */
@Revision("1")
public record MediatorsNamed(String caseId, Instant occurredAt, List<String> mediators, boolean chosenByParties)
        implements CaseEvent {}
