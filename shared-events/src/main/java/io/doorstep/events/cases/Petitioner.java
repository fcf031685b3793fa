package io.doorstep.events.cases;

import org.jspecify.annotations.Nullable;

/**
 * 信访人。 Who brings the matter, as a fact may carry it: sealed. By his numbers he is found through the vault only.
 *
 * @param personId id of this person and of the key that seals his data
 */
public record Petitioner(
        String personId,
        Sealed name,
        @Nullable Sealed phone,
        @Nullable Sealed idNumber,
        @Nullable Sealed address) {}
