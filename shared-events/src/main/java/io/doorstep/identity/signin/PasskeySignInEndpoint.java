package io.doorstep.identity.signin;

import io.doorstep.identity.Accounts;
import io.doorstep.identity.guard.Guesses;
import io.doorstep.identity.guard.SecurityEvent;
import io.doorstep.identity.guard.SecurityLog;
import io.doorstep.identity.passkey.Challenges;
import io.doorstep.identity.passkey.Passkeys;
import io.doorstep.identity.passkey.Proof;
import io.doorstep.identity.passkey.Signed;
import io.doorstep.web.Form;
import io.doorstep.web.MaxLength;
import io.doorstep.web.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 通行密钥登录。 Whoever answers a challenge with a passkey is signed in; nobody is told why an answer will not do. */
@RestController
public final class PasskeySignInEndpoint {
    private static final String PURPOSE = "sign-in";

    private final Passkeys passkeys;
    private final Challenges challenges;
    private final Accounts accounts;
    private final Entrance entrance;
    private final Guesses guesses;
    private final SecurityLog log;
    private final Clock clock;
    private final ZoneId officeZone;

    public PasskeySignInEndpoint(
            Passkeys passkeys,
            Challenges challenges,
            Accounts accounts,
            Entrance entrance,
            Guesses guesses,
            SecurityLog log,
            Clock clock,
            ZoneId officeZone) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.accounts = accounts;
        this.entrance = entrance;
        this.guesses = guesses;
        this.log = log;
        this.clock = clock;
        this.officeZone = officeZone;
    }

    /** What is to be signed, and how long it can be. */
    public record Begun(String challenge, long timeout) {}

    record SignedForm(
            @MaxLength(1400) String id,
            @MaxLength(4000) String clientData,
            @MaxLength(4000) String authenticatorData,
            @MaxLength(2000) String signature,
            @MaxLength(100) @Nullable String owner)
            implements Form {}

    @PostMapping("/api/sign-in/passkey/challenge")
    ResponseEntity<Begun> begin(HttpServletRequest request, HttpServletResponse response) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Begun(challenges.give(PURPOSE, request, response), Challenges.LASTING.toMillis()));
    }

    @PostMapping("/api/sign-in/passkey")
    SecondStepEndpoint.Inside signIn(
            @RequestBody SignedForm form, HttpServletRequest request, HttpServletResponse response) {
        var signed = new Signed(form.id(), form.clientData(), form.authenticatorData(), form.signature(), form.owner());
        var proof = challenges
                .take(PURPOSE, request, response)
                .map(challenge -> proof(signed, challenge))
                .orElse(new Proof("", false));
        var address = request.getRemoteAddr();
        if (!proof.good() || !isAdmitted(proof.account())) {
            guesses.wrongPasskey(proof.account(), address);
            throw new Named(HttpStatus.FORBIDDEN, "PASSKEY_REFUSED");
        }
        log.add(SecurityEvent.PASSKEY_USED, proof.account(), address, "");
        return new SecondStepEndpoint.Inside(entrance.welcome(proof.account(), Way.PASSKEY, true, request, response));
    }

    private Proof proof(Signed signed, String challenge) {
        var proof = passkeys.prove(signed, challenge);
        return proof.good() && !challenges.use(challenge) ? new Proof(proof.account(), false) : proof;
    }

    private boolean isAdmitted(String account) {
        var today = LocalDate.ofInstant(clock.instant(), officeZone);
        return accounts.find(account).filter(known -> known.admits(today)).isPresent();
    }
}
