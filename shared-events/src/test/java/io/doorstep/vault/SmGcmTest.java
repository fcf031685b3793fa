package io.doorstep.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** 国密算法的标准例。 */
class SmGcmTest {

    private static final HexFormat HEX = HexFormat.of();

    @Test
    void sm3_answers_as_gb_t_32905_says() throws Exception {
        var digest = MessageDigest.getInstance("SM3", SmGcm.PROVIDER).digest("abc".getBytes(StandardCharsets.US_ASCII));
        assertThat(HEX.formatHex(digest)).isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        var longer = MessageDigest.getInstance("SM3", SmGcm.PROVIDER)
                .digest("abcd".repeat(16).getBytes(StandardCharsets.US_ASCII));
        assertThat(HEX.formatHex(longer)).isEqualTo("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
    }

    @Test
    void sm4_answers_as_gb_t_32907_says() throws Exception {
        var key = HEX.parseHex("0123456789abcdeffedcba9876543210");
        var cipher = Cipher.getInstance("SM4/ECB/NoPadding", SmGcm.PROVIDER);
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "SM4"));
        assertThat(HEX.formatHex(cipher.doFinal(key))).isEqualTo("681edf34d206965e86b3e94f536e4246");
    }

    @Test
    void sm4_gcm_answers_as_rfc_8998_says() throws Exception {
        var cipher = Cipher.getInstance("SM4/GCM/NoPadding", SmGcm.PROVIDER);
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(HEX.parseHex("0123456789abcdeffedcba9876543210"), "SM4"),
                new GCMParameterSpec(128, HEX.parseHex("00001234567800000000abcd")));
        cipher.updateAAD(HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2"));
        var sealed = cipher.doFinal(HEX.parseHex("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa"));
        assertThat(HEX.formatHex(sealed))
                .isEqualTo("17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                        + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                        + "83de3541e4c2b58177e065a9bf7b62ec");
    }

    @Test
    void what_is_sealed_says_how_and_opens_with_its_key_only() {
        var key = SealingCipher.randomKey();
        var plain = "诉求".getBytes(StandardCharsets.UTF_8);
        for (var cipher : SealingCipher.values()) {
            var sealed = cipher.encrypt(key, plain);
            assertThat(SealingCipher.of(sealed)).isEqualTo(cipher);
            assertThat(SealingCipher.decrypt(key, sealed)).isEqualTo(plain);
            assertThatThrownBy(() -> SealingCipher.decrypt(SealingCipher.randomKey(), sealed))
                    .hasMessageContaining("another key");
            for (var at : new int[] {sealed.length - 1, sealed.length / 2, 10}) {
                var changed = sealed.clone();
                changed[at] ^= 1;
                assertThatThrownBy(() -> SealingCipher.decrypt(key, changed)).hasMessageContaining("another key");
            }
        }
    }
}
