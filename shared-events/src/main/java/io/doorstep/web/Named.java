package io.doorstep.web;

import org.springframework.http.HttpStatus;

/**
 * 有名目的拒绝。 A no that has a name: the code on the wire and, behind {@code refusal.}, the key of its message.
 */
public class Named extends RuntimeException {

    private final String code;
    private final HttpStatus status;

    public Named(HttpStatus status, String code) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
    }

    public String code() {
        return code;
    }

    public HttpStatus status() {
        return status;
    }

    /** Somebody asks for what does not exist, or not for him. */
    public static Named notFound() {
        return new Named(HttpStatus.NOT_FOUND, "NOT_FOUND");
    }

    /** Somebody asks for what his role may not do. */
    public static Named roleMayNot() {
        return new Named(HttpStatus.FORBIDDEN, "ROLE_MAY_NOT");
    }
}
