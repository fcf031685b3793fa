package io.doorstep.store;

import io.doorstep.web.Named;
import org.springframework.http.HttpStatus;

/** 只读库。 The refusal of an office that holds copies of other offices' facts, and none of its own. */
public final class ReadOnlyStore {

    /** Its name on the wire. */
    public static final String CODE = "READ_ONLY_UPPER_LEVEL";

    private ReadOnlyStore() {}

    public static Named refusal() {
        return new Named(HttpStatus.CONFLICT, CODE);
    }
}
