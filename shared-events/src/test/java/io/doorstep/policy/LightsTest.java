package io.doorstep.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.terms.Light;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LightsTest {

    private static final Policy NATIONAL = SamplePolicies.NATIONAL;
    private static final Deadlines DEADLINES =
            new Deadlines(Policies.standard(), WorkCalendar.standard(), ZoneId.of("Asia/Shanghai"));
    private static final Instant START = Instant.parse("2025-03-03T00:00:00+08:00");
    // exactly one hundred days from the start to the end of this day
    private static final LocalDate LAST_DAY = LocalDate.parse("2025-06-10");

    @ParameterizedTest
    @CsvSource({
        "2025-03-02T12:00:00+08:00,     GREEN", // before the start
        "2025-03-03T00:00:00+08:00,     GREEN",
        "2025-04-21T23:59:59.999+08:00, GREEN",
        "2025-04-22T00:00:00+08:00,     NOTICE", // 50 of 100 days used
        "2025-05-16T23:59:59.999+08:00, NOTICE",
        "2025-05-17T00:00:00+08:00,     AMBER", // 75
        "2025-05-31T23:59:59.999+08:00, AMBER",
        "2025-06-01T00:00:00+08:00,     RED", // 90
        "2025-06-10T23:59:59.999+08:00, RED",
        "2025-06-11T00:00:00+08:00,     BLACK", // past due
        "2026-06-11T00:00:00+08:00,     BLACK",
    })
    void a_light_shows_from_its_threshold_on(Instant at, Light light) {
        assertThat(DEADLINES.light(START, LAST_DAY, at, NATIONAL)).isEqualTo(light);
    }

    @Test
    void without_a_due_date_no_light_shows() {
        assertThat(DEADLINES.light(START, null, START, NATIONAL)).isEqualTo(Light.NONE);
    }

    @Test
    void a_period_over_before_it_began_is_black() {
        LocalDate before = LocalDate.parse("2025-01-31");

        assertThat(DEADLINES.light(START, before, START, NATIONAL)).isEqualTo(Light.BLACK);
    }

    @Test
    void a_due_date_of_a_careless_ledger_does_no_harm() {
        assertThat(DEADLINES.light(START, LocalDate.parse("9999-12-30"), START, NATIONAL))
                .isEqualTo(Light.GREEN);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.75, 0.90", "0.80, 0.75, 0.90", "0.50, 0.95, 0.90", "0.50, 0.75, 1.01"})
    void thresholds_rise(BigDecimal notice, BigDecimal amber, BigDecimal red) {
        assertThatThrownBy(() -> new LightThresholds(notice, amber, red)).isInstanceOf(IllegalArgumentException.class);
    }
}
