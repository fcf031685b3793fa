package io.doorstep.events.cases;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * 附件。 A file belongs to the case; it is stored under the hash of its content.
 *
 * @param size in bytes
 */
@Revision("1")
public record AttachmentAdded(
        String caseId, Instant occurredAt, String sha256, String mediaType, long size, Sealed fileName)
        implements CaseEvent {}
