package io.doorstep.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerTimesTest {

    private final LedgerTimes newYork =
            new LedgerTimes(ZoneId.of("America/New_York"), List.of("MM/dd/yyyy hh:mm:ss a", "MM/dd/yyyy"));

    @ParameterizedTest
    @CsvSource({
        "02/17/2020 12:19:00 PM, 2020-02-17T17:19:00Z",
        "07/17/2020 12:19:00 am, 2020-07-17T04:19:00Z",
        "03/08/2020 02:30:00 AM, 2020-03-08T07:30:00Z",
        "11/01/2020 01:30:00 AM, 2020-11-01T05:30:00Z",
        "01/01/1900 12:00:00 AM, 1900-01-01T05:00:00Z",
    })
    void Local_times_are_moments_of_their_zone(String text, Instant moment) {
        assertThat(newYork.read(text)).map(LedgerTime::at).contains(moment);
    }

    @ParameterizedTest
    @CsvSource({"02/30/2020 12:19:00 PM", "2020-02-17", "13/01/2020", "02/17/2020 13:19:00 PM", "''"})
    void What_is_no_day_is_not_made_one(String text) {
        assertThat(newYork.read(text)).isEqualTo(Optional.empty());
    }

    @Test
    void A_bare_day_does_not_contradict_an_hour_of_the_same_day() {
        var reported = newYork.read("02/17/2020 12:19:00 PM").orElseThrow();
        var sameDay = newYork.read("02/17/2020").orElseThrow();
        var dayBefore = newYork.read("02/16/2020").orElseThrow();
        assertThat(sameDay.notBefore(reported.at(), reported.day())).isEqualTo(reported.at());
        assertThat(dayBefore.notBefore(reported.at(), reported.day())).isBefore(reported.at());
        assertThat(dayBefore.day()).isEqualTo(LocalDate.of(2020, 2, 16));
    }
}
