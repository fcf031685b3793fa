package io.doorstep.query.asof;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 复查 / 复核。 One stage of appeal: when it was asked for and what came of it. */
public record Review(
        String stage,
        @Nullable Instant requestedAt,
        @Nullable LocalDate decisionDue,
        @Nullable Instant decidedAt,
        @Nullable String decision) {}
