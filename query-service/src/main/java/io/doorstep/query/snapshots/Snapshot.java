package io.doorstep.query.snapshots;

import io.doorstep.identity.Actor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * 定格件。 What was published: a list or table at a moment, as it was known at another. Hashes are hex, the signature base 64.
 *
 * @param number from 1, without gaps
 * @param restates number of the snapshot that this one corrects; null for one that was published as such
 * @param question what was asked, as the interface for programs is asked, without the two moments
 * @param definitions version of the definitions; empty where nothing is counted
 * @param maker with the rights that he had then: what he could not see is not in it
 * @param ledgerSize facts in the ledger when it was made
 * @param hash of the content
 * @param previous hash of {@link #words} of the one before it; of the first, nothing
 */
record Snapshot(
        long number,
        @Nullable Long restates,
        String list,
        String title,
        String question,
        String definitions,
        Instant at,
        Instant knownAt,
        Actor maker,
        Instant madeAt,
        long ledgerSize,
        String ledgerRoot,
        String hash,
        String previous,
        String keyId,
        String signature) {

    /** What is signed, and what the next one is chained to. */
    byte[] words() {
        return String.join(
                        "\n",
                        "doorstep snapshot 1",
                        Long.toString(number),
                        restates == null ? "-" : restates.toString(),
                        list,
                        title,
                        question,
                        definitions,
                        time(at),
                        time(knownAt),
                        maker.id(),
                        maker.rolesAsText(),
                        String.valueOf(maker.unit()),
                        String.valueOf(maker.place()),
                        time(madeAt),
                        Long.toString(ledgerSize),
                        ledgerRoot,
                        hash,
                        previous)
                .getBytes(StandardCharsets.UTF_8);
    }

    Snapshot signed(String signingKey, String made) {
        return new Snapshot(
                number,
                restates,
                list,
                title,
                question,
                definitions,
                at,
                knownAt,
                maker,
                madeAt,
                ledgerSize,
                ledgerRoot,
                hash,
                previous,
                signingKey,
                made);
    }

    private static String time(Instant moment) {
        return DateTimeFormatter.ISO_INSTANT.format(moment);
    }
}
