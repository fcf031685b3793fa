package io.doorstep.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 验证码。 Against the examples of RFC 6238 and RFC 4648. */
class CodesTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "2000000000, 279037"})
    void codes_are_those_that_every_authenticator_makes(long second, String code) {
        assertThat(Codes.of(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    void clocks_may_differ_by_a_step() {
        var now = Instant.ofEpochSecond(1111111111);
        assertThat(Codes.step(SECRET, Codes.of(SECRET, now.minusSeconds(30)), now))
                .isPresent();
        assertThat(Codes.step(SECRET, Codes.of(SECRET, now.plusSeconds(30)), now))
                .isPresent();
        assertThat(Codes.step(SECRET, Codes.of(SECRET, now.minusSeconds(90)), now))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void secrets_are_written_as_authenticators_read_them(String plain, String written) {
        assertThat(Codes.base32(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(written);
    }
}
