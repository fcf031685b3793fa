package io.doorstep.identity.signin;

import io.doorstep.identity.SignedInAccount;
import io.doorstep.identity.TokenAuthentication;
import io.doorstep.web.Named;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;

/** 本人。 What is a person's own business, and not that of a program with his token. */
public final class Person {

    private Person() {}

    /** Whoever is signed in as a person; refuses programs with NEEDS_A_PERSON. */
    public static SignedInAccount now() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || authentication instanceof TokenAuthentication
                || !(authentication.getPrincipal() instanceof SignedInAccount somebody)) {
            throw new Named(HttpStatus.FORBIDDEN, "NEEDS_A_PERSON");
        }
        return somebody;
    }
}
