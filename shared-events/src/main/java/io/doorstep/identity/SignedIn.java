package io.doorstep.identity;

import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;

/** 登录者。 A principal that says on whose behalf a request acts. */
public interface SignedIn {

    Actor actor();

    /** Whoever is signed in on this thread; throws when nobody is. */
    static SignedIn now() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn somebody) {
            return somebody;
        }
        throw new AuthenticationCredentialsNotFoundException("nobody is signed in");
    }
}
