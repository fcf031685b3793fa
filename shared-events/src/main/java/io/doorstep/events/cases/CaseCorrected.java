package io.doorstep.events.cases;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/** 更正。 A mistake in what was recorded is mended; what was there before stays readable. */
@Revision("1")
public record CaseCorrected(String caseId, Instant occurredAt, List<Change> changes, Sealed reason)
        implements CaseEvent {}
