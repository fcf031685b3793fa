package io.doorstep.events.cases;

import org.jspecify.annotations.Nullable;

/**
 * 佐证。 What shows that a case is resolved.
 *
 * @param type a constant of {@code EvidenceType}
 * @param ref content hash of an attachment, or id of a visit or an agreement
 */
public record Evidence(
        String type, @Nullable Sealed text, @Nullable String ref) {}
