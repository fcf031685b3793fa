package io.doorstep.identity.password;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** 口令规范。 What an office asks of passwords; the setting {@code doorstep.passwords.profile} names one. */
public enum PasswordProfile {
    /** NIST SP 800-63B-4. Long rather than intricate, and never changed without a reason. */
    NIST(15, 8, 0, null, Duration.ofMinutes(60)),
    /** GB/T 22239 等级保护三级。 Kinds of characters, a change every 90 days, a second factor, and short sessions. */
    MLPS3(8, 8, 3, Duration.ofDays(90), Duration.ofMinutes(30));

    private final int alone;
    private final int besideASecondFactor;
    private final int kinds;
    private final @Nullable Duration lasting;
    private final Duration idle;

    PasswordProfile(int alone, int besideASecondFactor, int kinds, @Nullable Duration lasting, Duration idle) {
        this.alone = alone;
        this.besideASecondFactor = besideASecondFactor;
        this.kinds = kinds;
        this.lasting = lasting;
        this.idle = idle;
    }

    public static PasswordProfile named(String setting) {
        return valueOf(setting.strip().toUpperCase(Locale.ROOT));
    }

    /** Least number of characters. */
    public int shortest(boolean secondFactor) {
        return secondFactor ? besideASecondFactor : alone;
    }

    /** Least number of kinds of characters: capitals, small letters, digits, others. */
    public int kinds() {
        return kinds;
    }

    /** How long a password may be used; null for as long as nobody knows it. */
    public @Nullable Duration lasting() {
        return lasting;
    }

    /** How long a session may rest. */
    public Duration idle() {
        return idle;
    }

    /** Whether whoever signs in should have a second factor. */
    public boolean wantsSecondFactor() {
        return this == MLPS3;
    }
}
