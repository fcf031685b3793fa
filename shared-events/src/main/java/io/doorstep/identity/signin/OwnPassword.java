package io.doorstep.identity.signin;

import io.doorstep.identity.guard.Attempt;
import io.doorstep.identity.guard.Guesses;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

/** 验明本人。 Whoever finds an unlocked screen shall not become its owner: he gives the password again, and guesses count as at the sign-in. */
public final class OwnPassword {
    private final AuthenticationProvider check;
    private final Guesses guesses;

    public OwnPassword(AuthenticationProvider check, Guesses guesses) {
        this.check = check;
        this.guesses = guesses;
    }

    /** Refuses a wrong password as a problem of the field. */
    void prove(String field, String account, String present, HttpServletRequest request) {
        var visitor = Visitor.of(request);
        var attempt = new Attempt(account, visitor.address(), visitor.device());
        guesses.refuseTooSoon(attempt);
        try {
            check.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(account, present));
        } catch (BadCredentialsException wrong) {
            guesses.failed(attempt);
            throw new Malformed(FieldProblem.of(field, "WRONG_PASSWORD"));
        }
    }
}
