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
        "20:00, 08:00, 2026-11-22T00:00, true",
        "20:00, 08:00, 2026-11-22T07:59, true",
        "20:00, 08:00, 2026-11-22T08:00, false",
        "20:00, 08:00, 2026-11-22T19:59, false",
        "20:00, 08:00, 2026-11-30T20:00, true",
        "12:00, 14:00, 2026-11-22T13:00, true",
        "12:00, 14:00, 2026-11-22T14:00, false",
        "12:00, 14:00, 2026-11-22T11:59, false",
        "12:00, 12:00, 2026-11-22T12:00, false",
    })
    void they_may_go_over_midnight(LocalTime from, LocalTime to, LocalDateTime moment, boolean quiet) {
        assertThat(new QuietHours(from, to).covers(moment.atZone(ZONE).toInstant(), ZONE))
                .isEqualTo(quiet);
    }
}
