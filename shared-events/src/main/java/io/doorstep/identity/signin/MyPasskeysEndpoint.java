package io.doorstep.identity.signin;

import io.doorstep.identity.guard.SecurityEvent;
import io.doorstep.identity.guard.SecurityLog;
import io.doorstep.identity.passkey.Challenges;
import io.doorstep.identity.passkey.Made;
import io.doorstep.identity.passkey.Passkeys;
import io.doorstep.web.Form;
import io.doorstep.web.MaxLength;
import io.doorstep.web.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 我的通行密钥。 Whoever is signed in, and knows his password, adds a passkey to his account or takes one away. */
@RestController
public final class MyPasskeysEndpoint {
    private final Passkeys passkeys;
    private final Challenges challenges;
    private final OwnPassword password;
    private final SecurityLog log;

    public MyPasskeysEndpoint(Passkeys passkeys, Challenges challenges, OwnPassword password, SecurityLog log) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.password = password;
        this.log = log;
    }

    record BeginForm(@MaxLength(200) String present) implements Form {}

    record MadeForm(
            @MaxLength(60) String label,
            @MaxLength(1400) String id,
            @MaxLength(4000) String clientData,
            @MaxLength(20_000) String attestation,
            @MaxLength(20) @Nullable List<String> transports)
            implements Form {}

    record RemovalForm(
            @MaxLength(200) String present, @MaxLength(64) String ref) implements Form {}

    /**
     * What an authenticator makes a key of.
     *
     * @param owner random handle of the account
     * @param have keys that the account has already
     */
    public record Begun(
            String challenge, String owner, String account, List<Long> algorithms, List<String> have, long timeout) {}

    @PostMapping("/api/me/passkeys/challenge")
    ResponseEntity<Begun> begin(@RequestBody BeginForm form, HttpServletRequest request, HttpServletResponse response) {
        var account = Person.now().account().id();
        password.prove("present", account, form.present(), request);
        var have = passkeys.ids(account);
        if (have.size() >= Passkeys.MOST) {
            throw new Named(HttpStatus.CONFLICT, "PASSKEYS_ENOUGH");
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Begun(
                        challenges.give(purpose(account), request, response),
                        passkeys.handle(account),
                        account,
                        Passkeys.algorithms(),
                        have,
                        Challenges.LASTING.toMillis()));
    }

    @PostMapping("/api/me/passkeys")
    ResponseEntity<Void> add(@RequestBody MadeForm form, HttpServletRequest request, HttpServletResponse response) {
        var account = Person.now().account().id();
        var transports = form.transports();
        var made = new Made(
                form.label(),
                form.id(),
                form.clientData(),
                form.attestation(),
                transports == null ? List.of() : transports);
        var challenge = challenges.take(purpose(account), request, response);
        if (challenge.isEmpty() || !passkeys.add(account, made, challenge.get())) {
            throw new Named(HttpStatus.FORBIDDEN, "PASSKEY_REFUSED");
        }
        SessionContexts.nowTwofold(request);
        log.add(SecurityEvent.PASSKEY_ADDED, account, request.getRemoteAddr(), "");
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/api/me/passkeys/removal")
    ResponseEntity<Void> remove(@RequestBody RemovalForm form, HttpServletRequest request) {
        var account = Person.now().account().id();
        password.prove("present", account, form.present(), request);
        if (!passkeys.remove(account, form.ref())) {
            throw Named.notFound();
        }
        log.add(SecurityEvent.PASSKEY_REMOVED, account, request.getRemoteAddr(), "");
        return ResponseEntity.noContent().build();
    }

    /** A challenge is for the account whose password was given, and for nothing else. */
    private static String purpose(String account) {
        return "passkey of " + account;
    }
}
