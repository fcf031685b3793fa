package io.doorstep.identity.signin;

import io.doorstep.identity.factor.SecondFactors;
import io.doorstep.identity.factor.SecondFactors.Proof;
import io.doorstep.identity.guard.Attempt;
import io.doorstep.identity.guard.Guesses;
import io.doorstep.identity.guard.SecurityEvent;
import io.doorstep.identity.guard.SecurityLog;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Form;
import io.doorstep.web.Malformed;
import io.doorstep.web.MaxLength;
import io.doorstep.web.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 登录第二步。 Whose password was right gives a code too; only then is he signed in. */
@RestController
public final class SecondStepEndpoint {
    private final SessionContexts contexts;
    private final SecondFactors factors;
    private final Guesses guesses;
    private final Entrance entrance;
    private final SecurityLog log;

    public SecondStepEndpoint(
            SessionContexts contexts, SecondFactors factors, Guesses guesses, Entrance entrance, SecurityLog log) {
        this.contexts = contexts;
        this.factors = factors;
        this.guesses = guesses;
        this.entrance = entrance;
        this.log = log;
    }

    record StepForm(@MaxLength(40) String code) implements Form {}

    /** Where to go now. */
    public record Inside(String to) {}

    @PostMapping("/api/sign-in/second-step")
    Inside step(@RequestBody StepForm form, HttpServletRequest request, HttpServletResponse response) {
        var account = contexts.halfway(request)
                .orElseThrow(() -> new Named(HttpStatus.UNAUTHORIZED, "SECOND_STEP_WITHOUT_FIRST"));
        var visitor = Visitor.of(request);
        var attempt = new Attempt(account, visitor.address(), visitor.device());
        guesses.refuseTooSoon(attempt);
        var proof = factors.prove(account, form.code());
        if (proof.isEmpty()) {
            guesses.failed(attempt);
            throw new Malformed(FieldProblem.of("code", "WRONG_CODE"));
        }
        if (proof.get() == Proof.RECOVERY_CODE) {
            log.add(SecurityEvent.RECOVERY_CODE_USED, account, visitor.address(), "");
        }
        return new Inside(entrance.welcome(account, SessionContexts.way(request), true, request, response));
    }
}
