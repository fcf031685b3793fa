package io.doorstep.query.asof;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 听证。 A hearing on an appeal; {@code endedAt} is null while it goes on, and the days of the appeal stand still. */
public record Hearing(Instant begunAt, @Nullable Instant endedAt, int days) {}
