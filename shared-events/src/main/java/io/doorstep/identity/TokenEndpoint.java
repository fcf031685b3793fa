package io.doorstep.identity;

import io.doorstep.identity.guard.SecurityEvent;
import io.doorstep.identity.guard.SecurityLog;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Form;
import io.doorstep.web.Malformed;
import io.doorstep.web.MaxLength;
import io.doorstep.web.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 令牌接口。 Issues API tokens to whoever is signed in as a person, and revokes them. */
@RestController
public final class TokenEndpoint {
    private static final int MOST_DAYS = 366;

    private final ApiTokens tokens;
    private final Clock clock;
    private final SecurityLog log;

    public TokenEndpoint(ApiTokens tokens, Clock clock, SecurityLog log) {
        this.log = log;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Without scopes the token may be used for all that its account may do. */
    record TokenForm(
            @MaxLength(100) String name, int days, @Nullable List<TokenScope> scopes) implements Form {}

    record RevocationForm(@MaxLength(100) String name) implements Form {}

    /** The one time that the token is told. */
    public record Issued(String token, String name, List<TokenScope> scopes, Instant expiresAt) {}

    @PostMapping("/api/tokens")
    ResponseEntity<Issued> issue(
            @RequestBody TokenForm form, Authentication authentication, HttpServletRequest request) {
        // or else a stolen token could live for ever by making its own successor
        if (authentication instanceof TokenAuthentication) {
            throw new Named(HttpStatus.FORBIDDEN, "TOKENS_NEED_A_PERSON");
        }
        if (form.days() < 1 || form.days() > MOST_DAYS) {
            throw new Malformed(FieldProblem.of("days", "OUT_OF_RANGE", 1, MOST_DAYS));
        }
        var expiresAt = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(form.days()));
        var asked = form.scopes();
        if (asked != null && asked.isEmpty()) {
            throw new Malformed(FieldProblem.of("scopes", "REQUIRED"));
        }
        var scopes = asked == null ? EnumSet.allOf(TokenScope.class) : EnumSet.copyOf(asked);
        var account = SignedIn.now().actor().id();
        var token = tokens.issue(account, form.name(), scopes, expiresAt);
        log.add(SecurityEvent.TOKEN_ISSUED, account, request.getRemoteAddr(), TokenScope.text(scopes));
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new Issued(token, form.name(), List.copyOf(scopes), expiresAt));
    }

    @PostMapping("/api/tokens/revocation")
    ResponseEntity<Void> revoke(@RequestBody RevocationForm form, HttpServletRequest request) {
        var account = SignedIn.now().actor().id();
        if (!tokens.revoke(account, form.name())) {
            throw Named.notFound();
        }
        log.add(SecurityEvent.TOKEN_REVOKED, account, request.getRemoteAddr(), "");
        return ResponseEntity.noContent().build();
    }
}
