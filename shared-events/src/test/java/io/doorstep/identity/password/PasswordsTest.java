package io.doorstep.identity.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/** 口令的保存。 */
class PasswordsTest {
    private final Passwords passwords = Passwords.thorough();

    @Test
    void new_ones_are_kept_as_argon2id_as_owasp_has_it() {
        var hash = passwords.encode("朝阳街 correct horse 1949");
        assertThat(hash).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$").hasSizeLessThan(200);
        assertThat(passwords.matches(" 朝阳街 correct horse 1949", hash)).isTrue();
        assertThat(passwords.matches("朝阳街 correct horse 1950", hash)).isFalse();
        assertThat(passwords.upgradeEncoding(hash)).isFalse();
    }

    @Test
    void those_of_before_hold_and_are_to_be_replaced() {
        var before = "{pbkdf2}" + new Pbkdf2PasswordEncoder("", 16, 600_000, PBKDF2WithHmacSHA256).encode("of before");
        assertThat(passwords.matches("of before", before)).isTrue();
        assertThat(passwords.upgradeEncoding(before)).isTrue();
    }

    @Test
    void quick_ones_of_the_demonstration_stay_quick() {
        var demo = Passwords.quick().encode("doorstep-demo");
        assertThat(passwords.matches("doorstep-demo", demo)).isTrue();
        assertThat(passwords.upgradeEncoding(demo)).isFalse();
    }
}
