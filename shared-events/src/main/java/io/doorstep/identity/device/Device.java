package io.doorstep.identity.device;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 走访手机。 A telephone that somebody goes on visits with.
 *
 * @param lastUsed to the minute; null while it never called
 * @param lostAt null while nobody misses it
 */
public record Device(
        String id,
        String account,
        String name,
        Instant knownAt,
        Instant expiresAt,
        @Nullable Instant lastUsed,
        @Nullable Instant lostAt) {}
