package io.doorstep.query.asof;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 回访。 An independent check back; {@code verdict} is a constant of {@code RevisitVerdict}. */
public record Revisit(
        String verdict,
        String stance,
        Instant at,
        List<String> officers,
        @Nullable String satisfaction) {}
