package io.doorstep.identity.guard;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** 请稍候。 Too many failures: whether the secret is right is not even looked at before the time is over. */
public final class SlowedDown extends AuthenticationException {
    private static final long serialVersionUID = 1;

    private final Duration wait;

    public SlowedDown(Duration wait) {
        super("slowed down");
        this.wait = wait;
    }

    /** Whole seconds to wait, at least one. */
    public long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
