package io.doorstep.identity.rights;

import io.doorstep.identity.Accounts;
import io.doorstep.identity.factor.SecondFactors;
import io.doorstep.identity.guard.Guesses;
import io.doorstep.identity.guard.KnownDevices;
import io.doorstep.identity.guard.SecurityEvent;
import io.doorstep.identity.guard.SecurityLog;
import io.doorstep.identity.password.PasswordRules;
import io.doorstep.identity.signin.Visitor;
import io.doorstep.web.Form;
import io.doorstep.web.Malformed;
import io.doorstep.web.MaxLength;
import io.doorstep.web.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 用一次性码设口令。 Open without signing in: whoever brings the code is the owner, and his browser is known from now on. */
@RestController
public final class PasswordCodeEndpoint {
    private final Accounts accounts;
    private final PasswordCodes codes;
    private final PasswordRules rules;
    private final SecondFactors factors;
    private final PasswordEncoder encoder;
    private final KnownDevices devices;
    private final Guesses guesses;
    private final SecurityLog log;

    public PasswordCodeEndpoint(
            Accounts accounts,
            PasswordCodes codes,
            PasswordRules rules,
            SecondFactors factors,
            PasswordEncoder encoder,
            KnownDevices devices,
            Guesses guesses,
            SecurityLog log) {
        this.accounts = accounts;
        this.codes = codes;
        this.rules = rules;
        this.factors = factors;
        this.encoder = encoder;
        this.devices = devices;
        this.guesses = guesses;
        this.log = log;
    }

    record CodeForm(
            @MaxLength(64) String id,
            @MaxLength(60) String code,
            @MaxLength(200) String password) implements Form {}

    @PostMapping("/api/password-code")
    ResponseEntity<Void> use(@RequestBody CodeForm form, HttpServletRequest request, HttpServletResponse response) {
        var account = accounts.find(form.id())
                .filter(known -> codes.holds(known.id(), form.code()))
                .orElse(null);
        if (account == null) {
            guesses.wrongCode(request.getRemoteAddr());
            throw wrong();
        }
        var problems =
                rules.problems("password", form.password(), account.id(), account.name(), factors.isOn(account.id()));
        if (!problems.isEmpty()) {
            throw new Malformed(problems);
        }
        if (!codes.use(account.id(), form.code())) {
            throw wrong();
        }
        accounts.setPassword(account.id(), form.password(), false, encoder);
        devices.forget(account.id());
        Visitor.keep(devices.remember(account.id(), null), request, response);
        log.add(SecurityEvent.CODE_USED, account.id(), request.getRemoteAddr(), "");
        return ResponseEntity.noContent().build();
    }

    private static Named wrong() {
        return new Named(HttpStatus.FORBIDDEN, "PASSWORD_CODE_WRONG");
    }
}
