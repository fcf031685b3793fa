package io.doorstep.identity;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 接口令牌。 What its owner may know of a token; the token itself is told once and never kept.
 *
 * @param issuedAt null for one of before this was kept
 * @param lastUsed to the minute; null while it was never used
 */
public record ApiToken(
        String name,
        Set<TokenScope> scopes,
        @Nullable Instant issuedAt,
        Instant expiresAt,
        @Nullable Instant lastUsed) {}
