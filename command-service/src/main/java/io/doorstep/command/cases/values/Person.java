package io.doorstep.command.cases.values;

import io.doorstep.vault.Private;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 信访人。 Who brings the matter, before his data are sealed.
 *
 * @param phone digits only, perhaps with a leading +
 * @param idNumber 18 characters, checked
 */
public record Person(
        UUID personId,
        Private name,
        @Nullable Private phone,
        @Nullable Private idNumber,
        @Nullable Private address) {}
