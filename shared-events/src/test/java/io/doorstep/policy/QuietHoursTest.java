package io.doorstep.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        "20:00, 08:00, 2026-11-22T00:00, 2026-11-22T08:00",
        "20:00, 08:00, 2026-11-22T07:59, 2026-11-22T08:00",
        "20:00, 08:00, 2026-11-22T08:00, 2026-11-22T08:00",
        "20:00, 08:00, 2026-11-22T19:59, 2026-11-22T19:59",
        "20:00, 08:00, 2026-11-30T20:00, 2026-12-01T08:00",
        "12:00, 14:00, 2026-11-22T13:00, 2026-11-22T14:00",
        "12:00, 14:00, 2026-11-22T11:59, 2026-11-22T11:59",
        "12:00, 12:00, 2026-11-22T12:00, 2026-11-22T12:00",
    })
    void what_falls_into_them_waits_for_their_end(
            LocalTime from, LocalTime to, LocalDateTime moment, LocalDateTime leaves) {
        assertThat(new QuietHours(from, to).notBefore(moment.atZone(ZONE).toInstant(), ZONE))
                .isEqualTo(leaves.atZone(ZONE).toInstant());
    }
}
