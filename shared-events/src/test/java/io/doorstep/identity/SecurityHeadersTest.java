package io.doorstep.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 安全响应头。 */
class SecurityHeadersTest {

    @ParameterizedTest
    @CsvSource({
        "'https://tiles.office.example/{z}/{x}/{y}.png', https://tiles.office.example",
        "'http://10.0.0.7:8090/tiles/{z}/{x}/{y}.png', http://10.0.0.7:8090",
        "'https://{s}.tile.example.org/{z}/{x}/{y}.png', https://*.tile.example.org"
    })
    void a_tile_server_is_the_one_other_place_that_pictures_may_come_from(String tiles, String source) {
        assertThat(SecurityHeaders.pictures(tiles)).isEqualTo("; img-src 'self' data: " + source);
    }

    @Test
    void without_one_nothing_comes_from_elsewhere() {
        assertThat(SecurityHeaders.pictures("")).isEmpty();
        assertThat(SecurityHeaders.pictures("/tiles/{z}/{x}/{y}.png")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tiles.example.org",
                "//tiles.example.org/{z}",
                "https://a.example; script-src */x",
                "https://*/{z}",
                "javascript:alert(1)/",
                "data:image/png,/"
            })
    void what_is_no_address_of_tiles_keeps_the_office_from_starting(String tiles) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SecurityHeaders.pictures(tiles))
                .withMessageContaining(SecurityHeaders.TILES);
    }
}
