package io.doorstep.query.casepage;

import io.doorstep.query.access.Opening;
import io.doorstep.query.asof.Agreement;
import io.doorstep.query.asof.Mediation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 人民调解。 A {@link Mediation} in readable words. */
record Mediated(List<String> mediators, List<String> refused, List<Agreed> agreements) {

    /** 调解协议。 An {@link Agreement} with its content as far as the reader may see it. */
    record Agreed(
            String id,
            Instant at,
            String form,
            @Nullable String content,
            @Nullable LocalDate performBy,
            @Nullable Boolean performed,
            @Nullable Instant performanceAt,
            @Nullable LocalDate confirmationBy,
            @Nullable Instant requestedAt,
            @Nullable String court,
            @Nullable Instant decidedAt,
            @Nullable String confirmation) {

        static Agreed of(Agreement one, Opening opening) {
            return new Agreed(
                    one.id(),
                    one.at(),
                    one.form(),
                    opening.text(one.content()),
                    one.performBy(),
                    one.performed(),
                    one.performanceAt(),
                    one.confirmationBy(),
                    one.requestedAt(),
                    one.court(),
                    one.decidedAt(),
                    one.confirmation());
        }
    }

    static Mediated of(Mediation mediation, Opening opening) {
        return new Mediated(
                mediation.mediators(),
                mediation.refused(),
                mediation.agreements().stream()
                        .map(one -> Agreed.of(one, opening))
                        .toList());
    }
}
