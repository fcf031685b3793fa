package io.doorstep.events.cases;

import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** 督办。 Somebody above ordered the case to be seen to, with an answer by a date. */
@Revision("1")
public record SupervisionOrdered(
        String caseId,
        Instant occurredAt,
        String level,
        LocalDate answerBy,
        @Nullable Sealed text) implements CaseEvent {}
