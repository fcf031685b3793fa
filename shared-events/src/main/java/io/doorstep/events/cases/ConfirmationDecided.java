package io.doorstep.events.cases;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * 司法确认结果。 The court confirmed the agreement, or did not.
 *
 * @param confirmation a constant of {@code ConfirmationDecision}
 */
@Revision("1")
public record ConfirmationDecided(
        String caseId,
        Instant occurredAt,
        String confirmation,
        @Nullable Sealed remark) implements CaseEvent {}
