package io.doorstep.query.asof;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 督办。 An order to see to the case; {@code level} is a constant of {@code SupervisionLevel}. */
public record Supervision(
        String level,
        Instant orderedAt,
        LocalDate answerBy,
        @Nullable Instant answeredAt) {}
