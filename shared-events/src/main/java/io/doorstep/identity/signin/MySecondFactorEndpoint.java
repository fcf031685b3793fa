package io.doorstep.identity.signin;

import io.doorstep.identity.Accounts;
import io.doorstep.identity.factor.SecondFactors;
import io.doorstep.identity.guard.SecurityEvent;
import io.doorstep.identity.guard.SecurityLog;
import io.doorstep.identity.password.PasswordRules;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Form;
import io.doorstep.web.Malformed;
import io.doorstep.web.MaxLength;
import io.doorstep.web.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 我的第二验证。 Whoever is signed in adds an authenticator to his account, or takes it away. */
@RestController
public final class MySecondFactorEndpoint {
    private final SecondFactors factors;
    private final OwnPassword password;
    private final Accounts accounts;
    private final PasswordRules rules;
    private final SecurityLog log;

    public MySecondFactorEndpoint(
            SecondFactors factors, OwnPassword password, Accounts accounts, PasswordRules rules, SecurityLog log) {
        this.factors = factors;
        this.password = password;
        this.accounts = accounts;
        this.rules = rules;
        this.log = log;
    }

    record BeginForm(@MaxLength(200) String present) implements Form {}

    record ConfirmForm(@MaxLength(40) String code) implements Form {}

    record RemovalForm(
            @MaxLength(200) String present, @MaxLength(40) String code) implements Form {}

    /** The one time that the secret is told, by itself and as an address that authenticators know. */
    public record Begun(String secret, String address) {}

    /** The one time that the recovery codes are told. */
    public record Confirmed(List<String> recoveryCodes) {}

    @PostMapping("/api/me/second-factor")
    ResponseEntity<Begun> begin(@RequestBody BeginForm form, HttpServletRequest request) {
        var account = Person.now().account();
        password.prove("present", account.id(), form.present(), request);
        if (factors.isOn(account.id())) {
            throw new Named(HttpStatus.CONFLICT, "SECOND_FACTOR_IS_ON");
        }
        var secret = factors.begin(account.id());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Begun(secret.replaceAll("(.{4})(?=.)", "$1 "), SecondFactors.address(account.id(), secret)));
    }

    @PostMapping("/api/me/second-factor/confirmation")
    ResponseEntity<Confirmed> confirm(@RequestBody ConfirmForm form, HttpServletRequest request) {
        var account = Person.now().account();
        var codes = factors.confirm(account.id(), form.code())
                .orElseThrow(() -> new Malformed(FieldProblem.of("code", "WRONG_CODE")));
        log.add(SecurityEvent.SECOND_FACTOR_ADDED, account.id(), request.getRemoteAddr(), "");
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Confirmed(codes));
    }

    @PostMapping("/api/me/second-factor/removal")
    ResponseEntity<Void> remove(@RequestBody RemovalForm form, HttpServletRequest request) {
        var account = Person.now().account();
        password.prove("present", account.id(), form.present(), request);
        if (factors.prove(account.id(), form.code()).isEmpty()) {
            throw new Malformed(FieldProblem.of("code", "WRONG_CODE"));
        }
        factors.remove(account.id());
        if (!rules.problems("present", form.present(), account.id(), account.name(), false)
                .isEmpty()) {
            // it was long enough only beside the second factor
            accounts.outwear(account.id());
        }
        log.add(SecurityEvent.SECOND_FACTOR_REMOVED, account.id(), request.getRemoteAddr(), "");
        return ResponseEntity.noContent().build();
    }
}
