package io.doorstep.identity.guard;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * 登录尝试。 Somebody gives an account and a secret.
 *
 * @param account as it was typed, which may be no account at all
 * @param address that the request comes from
 * @param device secret of the browser's device cookie; null when it brings none
 */
public record Attempt(
        String account, String address, @Nullable String device) {

    public Attempt {
        account = account.strip().toLowerCase(Locale.ROOT);
    }

    /** Names nothing: what is typed as an account may be a password. */
    @Override
    public String toString() {
        return "attempt";
    }
}
