package io.doorstep.identity.rights;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.doorstep.identity.Account;
import io.doorstep.identity.Accounts;
import io.doorstep.identity.ApiTokens;
import io.doorstep.identity.Credentials;
import io.doorstep.identity.SignedIn;
import io.doorstep.identity.device.Devices;
import io.doorstep.identity.factor.SecondFactors;
import io.doorstep.identity.guard.KnownDevices;
import io.doorstep.identity.guard.SecurityEvent;
import io.doorstep.identity.guard.SecurityLog;
import io.doorstep.identity.oidc.Links;
import io.doorstep.identity.passkey.Passkeys;
import io.doorstep.identity.signin.Sessions;
import io.doorstep.terms.Role;
import io.doorstep.web.Form;
import io.doorstep.web.MaxLength;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 账号接口。 Opens accounts and changes them; who may do what, {@link Administration} says. */
@RestController
public final class AccountEndpoint {
    private static final String FIRST = "开户 opened";

    private final AccountDesk desk;
    private final Accounts accounts;
    private final Credentials credentials;
    private final PasswordEncoder encoder;
    private final PasswordCodes codes;
    private final Sessions sessions;
    private final KnownDevices devices;
    private final ApiTokens tokens;
    private final Devices telephones;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final Links links;
    private final SecurityLog log;

    public AccountEndpoint(
            AccountDesk desk,
            Accounts accounts,
            Credentials credentials,
            PasswordEncoder encoder,
            PasswordCodes codes,
            Sessions sessions,
            KnownDevices devices,
            ApiTokens tokens,
            Devices telephones,
            SecondFactors factors,
            Passkeys passkeys,
            Links links,
            SecurityLog log) {
        this.desk = desk;
        this.accounts = accounts;
        this.credentials = credentials;
        this.encoder = encoder;
        this.codes = codes;
        this.sessions = sessions;
        this.devices = devices;
        this.tokens = tokens;
        this.telephones = telephones;
        this.factors = factors;
        this.passkeys = passkeys;
        this.links = links;
        this.log = log;
    }

    /** Without a password its owner sets one himself, with a code; one that is given has to be changed at the first sign-in. */
    record AccountForm(
            @MaxLength(64) String id,
            @MaxLength(60) String name,
            @MaxLength(200) @Nullable String password,
            @Nullable String unit,
            @Nullable String place,
            @Nullable List<Role> roles,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @MaxLength(400) @Nullable String reason)
            implements Form {}

    record RightsForm(
            @Nullable String unit,
            @Nullable String place,
            @Nullable List<Role> roles,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @MaxLength(400) String reason)
            implements Form {}

    record LinkForm(
            @MaxLength(200) @Nullable String name,
            @MaxLength(400) String reason) implements Form {}

    record ReasonForm(@MaxLength(400) String reason) implements Form {}

    record EndingForm(
            @MaxLength(64) @Nullable String ref,
            @MaxLength(400) String reason) implements Form {}

    /** 账号。 An account as it is now; the code only when one was made, and only this once. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Opened(String id, String name, Rights rights, PasswordCodes.@Nullable Code code) {}

    /** How many sessions ended. */
    public record Ended(int sessions) {}

    @PostMapping("/api/accounts")
    ResponseEntity<Opened> open(@RequestBody AccountForm form) {
        var actor = SignedIn.now().actor();
        var account = new Account(
                form.id(),
                form.name(),
                form.unit(),
                form.place(),
                form.roles() == null ? Set.of() : Set.copyOf(form.roles()),
                true,
                form.validFrom(),
                form.validTo());
        var given = form.password();
        desk.refuseWhoOpensNone(actor);
        if (given == null) {
            credentials.checkId(form.id());
        } else {
            credentials.check(form.id(), form.name(), given);
        }
        var code = new PasswordCodes.Code[1];
        desk.open(actor, account, form.reason() == null ? FIRST : form.reason(), () -> {
            accounts.add(account, given == null ? PasswordCodes.unknown() : given, given != null, encoder);
            code[0] = given == null ? codes.give(account.id()) : null;
        });
        return ResponseEntity.created(URI.create("/accounts/" + account.id()))
                .cacheControl(CacheControl.noStore())
                .body(new Opened(account.id(), account.name(), Rights.of(account), code[0]));
    }

    @PostMapping("/api/accounts/{id}/rights")
    Opened grant(@PathVariable String id, @RequestBody RightsForm form) {
        var account = desk.grant(
                SignedIn.now().actor(),
                id,
                before -> new Account(
                        before.id(),
                        before.name(),
                        form.unit(),
                        form.place(),
                        form.roles() == null ? Set.of() : Set.copyOf(form.roles()),
                        before.enabled(),
                        form.validFrom(),
                        form.validTo()),
                form.reason());
        return new Opened(account.id(), account.name(), Rights.of(account), null);
    }

    @PostMapping("/api/accounts/{id}/disabling")
    Ended disable(@PathVariable String id, @RequestBody ReasonForm form) {
        desk.disable(SignedIn.now().actor(), id, form.reason());
        return new Ended(sessions.endOthers(id, null));
    }

    @PostMapping("/api/accounts/{id}/enabling")
    ResponseEntity<Void> enable(@PathVariable String id, @RequestBody ReasonForm form) {
        desk.enable(SignedIn.now().actor(), id, form.reason());
        return ResponseEntity.noContent().build();
    }

    /** Answers a code for the owner; his former password, his passkeys and his tokens hold no more, and he is signed in nowhere. */
    @PostMapping("/api/accounts/{id}/password-reset")
    ResponseEntity<PasswordCodes.Code> reset(
            @PathVariable String id, @RequestBody ReasonForm form, HttpServletRequest request) {
        var code = new PasswordCodes.Code[1];
        desk.note(
                SignedIn.now().actor(), id, RightsChange.PASSWORD_RESET, form.reason(), () -> code[0] = codes.give(id));
        devices.forget(id);
        tokens.revokeAll(id);
        telephones.endAll(id);
        passkeys.removeAll(id);
        sessions.endOthers(id, null);
        log.add(SecurityEvent.PASSWORD_RESET, id, request.getRemoteAddr(), "");
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(code[0]);
    }

    /** For who lost his authenticator and his recovery codes. */
    @PostMapping("/api/accounts/{id}/second-factor-reset")
    ResponseEntity<Void> resetFactor(
            @PathVariable String id, @RequestBody ReasonForm form, HttpServletRequest request) {
        desk.note(
                SignedIn.now().actor(), id, RightsChange.SECOND_FACTOR_RESET, form.reason(), () -> factors.remove(id));
        log.add(SecurityEvent.SECOND_FACTOR_REMOVED, id, request.getRemoteAddr(), "");
        return ResponseEntity.noContent().build();
    }

    /** For who lost the authenticator that keeps his passkeys. */
    @PostMapping("/api/accounts/{id}/passkeys/removal")
    ResponseEntity<Void> removePasskeys(
            @PathVariable String id, @RequestBody ReasonForm form, HttpServletRequest request) {
        desk.note(
                SignedIn.now().actor(), id, RightsChange.PASSKEYS_REMOVED, form.reason(), () -> passkeys.removeAll(id));
        log.add(SecurityEvent.PASSKEY_REMOVED, id, request.getRemoteAddr(), "");
        return ResponseEntity.noContent().build();
    }

    /** Says who may come through the house's provider, as that calls him; without a name nobody may any more. */
    @PostMapping("/api/accounts/{id}/provider")
    ResponseEntity<Void> link(@PathVariable String id, @RequestBody LinkForm form) {
        var name = form.name();
        desk.note(
                SignedIn.now().actor(),
                id,
                name == null ? RightsChange.PROVIDER_UNLINKED : RightsChange.PROVIDER_LINKED,
                form.reason(),
                () -> {
                    if (name == null) {
                        links.unlink(id);
                    } else {
                        links.link(id, name);
                    }
                });
        return ResponseEntity.noContent().build();
    }

    /** For the day on which something is badly wrong: everybody signs in again, but the administrator who asks. */
    @PostMapping("/api/sessions/ending")
    Ended endAll(@RequestBody ReasonForm form, HttpServletRequest request) {
        var actor = SignedIn.now().actor();
        desk.note(actor, actor.id(), RightsChange.SESSIONS_ENDED, form.reason(), () -> {});
        var session = request.getSession(false);
        var ended = sessions.endAll(session == null ? null : session.getId());
        log.add(SecurityEvent.ALL_SESSIONS_ENDED, actor.id(), request.getRemoteAddr(), String.valueOf(ended));
        return new Ended(ended);
    }

    @PostMapping("/api/accounts/{id}/sessions/ending")
    Ended end(@PathVariable String id, @RequestBody EndingForm form, HttpServletRequest request) {
        desk.note(SignedIn.now().actor(), id, RightsChange.SESSIONS_ENDED, form.reason(), () -> {});
        var ref = form.ref();
        var ended = ref == null ? sessions.endOthers(id, null) : sessions.end(id, ref) ? 1 : 0;
        log.add(SecurityEvent.SESSION_ENDED, id, request.getRemoteAddr(), String.valueOf(ended));
        return new Ended(ended);
    }
}
