package io.doorstep.identity;

import io.doorstep.web.FieldProblem;
import io.doorstep.web.Form;
import io.doorstep.web.Malformed;
import io.doorstep.web.MaxLength;
import io.doorstep.web.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    public TokenEndpoint(ApiTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    record TokenForm(@MaxLength(100) String name, int days) implements Form {}

    record RevocationForm(@MaxLength(100) String name) implements Form {}

    /** The one time that the token is told. */
    public record Issued(String token, String name, Instant expiresAt) {}

    @PostMapping("/api/tokens")
    ResponseEntity<Issued> issue(@RequestBody TokenForm form, Authentication authentication) {
        // or else a stolen token could live for ever by making its own successor
        if (authentication instanceof TokenAuthentication) {
            throw new Named(HttpStatus.FORBIDDEN, "TOKENS_NEED_A_PERSON");
        }
        if (form.days() < 1 || form.days() > MOST_DAYS) {
            throw new Malformed(FieldProblem.of("days", "OUT_OF_RANGE", 1, MOST_DAYS));
        }
        var expiresAt = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(form.days()));
        var token = tokens.issue(SignedIn.now().actor().id(), form.name(), expiresAt);
        return ResponseEntity.status(HttpStatus.CREATED).body(new Issued(token, form.name(), expiresAt));
    }

    @PostMapping("/api/tokens/revocation")
    ResponseEntity<Void> revoke(@RequestBody RevocationForm form) {
        if (!tokens.revoke(SignedIn.now().actor().id(), form.name())) {
            throw Named.notFound();
        }
        return ResponseEntity.noContent().build();
    }
}
