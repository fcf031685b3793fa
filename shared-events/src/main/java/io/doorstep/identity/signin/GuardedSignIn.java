package io.doorstep.identity.signin;

import io.doorstep.identity.factor.SecondFactors;
import io.doorstep.identity.guard.Attempt;
import io.doorstep.identity.guard.Guesses;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/** 限速登录。 A check of passwords that counts failures, and does not even look while there were too many of them. */
public final class GuardedSignIn implements AuthenticationProvider {
    private final AuthenticationProvider check;
    private final Guesses guesses;
    private final SecondFactors factors;

    public GuardedSignIn(AuthenticationProvider check, Guesses guesses, SecondFactors factors) {
        this.factors = factors;
        this.check = check;
        this.guesses = guesses;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication given) throws AuthenticationException {
        var visitor = given.getDetails() instanceof Visitor known ? known : new Visitor("", null, true);
        var attempt = new Attempt(given.getName(), visitor.address(), visitor.device());
        guesses.refuseTooSoon(attempt);
        try {
            var somebody = check.authenticate(given);
            if (visitor.program() && factors.isOn(attempt.account())) {
                throw new BadCredentialsException("a password alone is not enough");
            }
            // of many guesses sent at once, the right one is answered like the wrong ones
            guesses.refuseTooSoon(attempt);
            return somebody;
        } catch (BadCredentialsException wrong) {
            guesses.failed(attempt);
            throw wrong;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return check.supports(authentication);
    }
}
