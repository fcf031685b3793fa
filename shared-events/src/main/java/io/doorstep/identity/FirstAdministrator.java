package io.doorstep.identity;

import io.doorstep.digest.SpokenCode;
import io.doorstep.terms.Role;
import io.doorstep.web.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;

/** 首位管理员。 Sets up the first account with a code that only who sees the console knows; it works once. */
public final class FirstAdministrator {
    private static final int LENGTH = 20;

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private @Nullable String code;

    public FirstAdministrator(Accounts accounts, PasswordEncoder encoder) {
        this.accounts = accounts;
        this.encoder = encoder;
    }

    /** The code to show on the console; empty when there are accounts already. */
    public synchronized Optional<String> offer() {
        if (!accounts.areMissing()) {
            return Optional.empty();
        }
        if (code == null) {
            code = SpokenCode.random(LENGTH);
        }
        return Optional.of(code.replaceAll("(.{5})(?=.)", "$1-"));
    }

    /** Whether the first account still waits to be set up. */
    public boolean isAwaited() {
        return accounts.areMissing();
    }

    public synchronized Account setUp(String given, String id, String name, String password) {
        if (!accounts.areMissing()) {
            throw new Named(HttpStatus.CONFLICT, "SET_UP_ALREADY");
        }
        if (code == null || !same(given, code)) {
            throw new Named(HttpStatus.FORBIDDEN, "SETUP_CODE_WRONG");
        }
        var administrator = Account.of(id, name, null, Role.ADMINISTRATOR);
        accounts.add(administrator, password, encoder);
        code = null;
        return administrator;
    }

    private static boolean same(String given, String code) {
        return SpokenCode.hash(given).equals(SpokenCode.hash(code));
    }
}
