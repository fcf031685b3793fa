package io.doorstep.events.cases;

import org.jspecify.annotations.Nullable;

/**
 * 信访人。 Who brings the matter, as a fact may carry it: sealed, and findable only by keyed hashes.
 *
 * @param personId id of this person and of the key that seals his data
 * @param phoneHash keyed hash of the normalised telephone number
 * @param idHash keyed hash of the normalised identity number
 */
public record Petitioner(
        String personId,
        Sealed name,
        @Nullable Sealed phone,
        @Nullable Sealed idNumber,
        @Nullable Sealed address,
        @Nullable String phoneHash,
        @Nullable String idHash) {}
