package io.doorstep.identity.signin;

import io.doorstep.identity.Accounts;
import io.doorstep.identity.factor.SecondFactors;
import io.doorstep.identity.guard.KnownDevices;
import io.doorstep.identity.guard.SecurityEvent;
import io.doorstep.identity.guard.SecurityLog;
import io.doorstep.identity.password.PasswordRules;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Form;
import io.doorstep.web.Malformed;
import io.doorstep.web.MaxLength;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 修改口令。 Whoever is signed in chooses another password; that ends his sessions elsewhere. */
@RestController
public final class MyPasswordEndpoint {
    private final Accounts accounts;
    private final OwnPassword own;
    private final PasswordEncoder encoder;
    private final PasswordRules rules;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final KnownDevices devices;
    private final SecurityLog log;

    public MyPasswordEndpoint(
            Accounts accounts,
            OwnPassword own,
            PasswordEncoder encoder,
            PasswordRules rules,
            SecondFactors factors,
            Sessions sessions,
            KnownDevices devices,
            SecurityLog log) {
        this.accounts = accounts;
        this.own = own;
        this.encoder = encoder;
        this.rules = rules;
        this.factors = factors;
        this.sessions = sessions;
        this.devices = devices;
        this.log = log;
    }

    record PasswordForm(
            @MaxLength(200) String present, @MaxLength(200) String password) implements Form {}

    /** What came of it. */
    public record Changed(int sessionsEnded) {}

    @PostMapping("/api/me/password")
    ResponseEntity<Changed> change(
            @RequestBody PasswordForm form, HttpServletRequest request, HttpServletResponse response) {
        var account = Person.now().account();
        var visitor = Visitor.of(request);
        own.prove("present", account.id(), form.present(), request);
        var problems = new ArrayList<>(
                rules.problems("password", form.password(), account.id(), account.name(), factors.isOn(account.id())));
        if (problems.isEmpty() && form.password().equals(form.present())) {
            problems.add(FieldProblem.of("password", "SAME_AS_BEFORE"));
        }
        if (!problems.isEmpty()) {
            throw new Malformed(problems);
        }
        accounts.setPassword(account.id(), form.password(), false, encoder);
        devices.forget(account.id());
        Visitor.keep(devices.remember(account.id(), null), request, response);
        var ended = sessions.endOthers(account.id(), MySessionsEndpoint.own(request));
        log.add(SecurityEvent.PASSWORD_CHANGED, account.id(), visitor.address(), "");
        return ResponseEntity.ok(new Changed(ended));
    }
}
