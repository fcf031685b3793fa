package io.doorstep.federation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.doorstep.proof.StoredFact;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * 一行。 What is said of one place in a county's ledger: the fact as it is stored, or that it is withheld; its leaf in any case.
 *
 * @param leaf in Base64
 * @param fact null when it is withheld, or the county itself has lost it
 * @param withheld whether it is kept back on purpose
 * @param withdrawn id of the case that is kept back from this fact on, and may have been shared before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Line(
        long position,
        String leaf,
        @Nullable Fact fact,
        boolean withheld,
        @Nullable String withdrawn) {

    /** 原样事实。 A fact byte for byte, under the names of docs/history.schema.json; personal words are ciphertext in it. */
    public record Fact(
            String id,
            String subjectType,
            String subject,
            long number,
            String type,
            String version,
            String time,
            String payload,
            String metadata) {

        public static Fact of(StoredFact stored) {
            return new Fact(
                    stored.identifier(),
                    stored.subjectType(),
                    stored.subject(),
                    stored.number(),
                    stored.type(),
                    stored.version(),
                    stored.time(),
                    new String(stored.payload(), StandardCharsets.UTF_8),
                    new String(stored.metadata(), StandardCharsets.UTF_8));
        }

        public StoredFact stored() {
            return new StoredFact(
                    -1,
                    id,
                    subjectType,
                    subject,
                    number,
                    type,
                    version,
                    time,
                    payload.getBytes(StandardCharsets.UTF_8),
                    metadata.getBytes(StandardCharsets.UTF_8));
        }
    }
}
