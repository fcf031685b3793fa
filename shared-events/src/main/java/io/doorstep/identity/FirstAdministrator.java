package io.doorstep.identity;

import io.doorstep.digest.SpokenCode;
import io.doorstep.terms.Role;
import io.doorstep.web.Named;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * 首位管理员。 Sets up the first account with a code that only who sees a console knows; it works once. The code is made of the office's
 * own key, so that every node shows and takes the same one.
 */
public final class FirstAdministrator {
    private static final int LENGTH = 20;

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final Supplier<byte[]> secret;

    /** @param secret at least twenty bytes, the same on every node and known to nobody outside */
    public FirstAdministrator(Accounts accounts, PasswordEncoder encoder, Supplier<byte[]> secret) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.secret = secret;
    }

    /** The code to show on the console; empty when there are accounts already. */
    public Optional<String> offer() {
        return accounts.areMissing() ? Optional.of(code().replaceAll("(.{5})(?=.)", "$1-")) : Optional.empty();
    }

    private String code() {
        return SpokenCode.of(secret.get()).substring(0, LENGTH);
    }

    /** Whether the first account still waits to be set up. */
    public boolean isAwaited() {
        return accounts.areMissing();
    }

    public synchronized Account setUp(String given, String id, String name, String password) {
        if (!accounts.areMissing()) {
            throw new Named(HttpStatus.CONFLICT, "SET_UP_ALREADY");
        }
        if (!same(given, code())) {
            throw new Named(HttpStatus.FORBIDDEN, "SETUP_CODE_WRONG");
        }
        var administrator = Account.of(id, name, null, Role.ADMINISTRATOR);
        accounts.add(administrator, password, encoder);
        return administrator;
    }

    private static boolean same(String given, String code) {
        return SpokenCode.hash(given).equals(SpokenCode.hash(code));
    }
}
