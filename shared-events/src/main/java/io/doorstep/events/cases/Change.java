package io.doorstep.events.cases;

import org.jspecify.annotations.Nullable;

/**
 * 更正项。 One field of a correction; personal words stand in the sealed pair, all else in the plain one.
 *
 * @param field name of the field as the report has it
 */
public record Change(
        String field,
        @Nullable String from,
        @Nullable String to,
        @Nullable Sealed sealedFrom,
        @Nullable Sealed sealedTo) {}
