package io.doorstep.query.asof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.testing.Databases;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** 读己之写。 */
class VersionGateTest {

    private final Reading reading = new Reading(Databases.h2());

    @Test
    void a_reader_waits_for_the_version_it_asks_for() throws Exception {
        var gate = reading.gate(Duration.ofSeconds(30));
        var waiting = CompletableFuture.runAsync(() -> gate.await("c1", 7L));

        reading.read(new Life("c1").untilClosedOut());

        waiting.get(30, TimeUnit.SECONDS);
        assertThat(reading.facts().count("c1")).isEqualTo(7);
    }

    @Test
    void a_version_that_does_not_come_is_a_503_with_the_advice_to_try_again() {
        var gate = reading.gate(Duration.ofMillis(300));

        assertThatThrownBy(() -> gate.await("c1", 1L)).isInstanceOfSatisfying(VersionGate.NotYet.class, notYet -> {
            assertThat(notYet.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
            assertThat(notYet.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("1");
        });
    }

    @Test
    void whoever_asks_for_no_version_does_not_wait() {
        reading.gate(Duration.ofDays(1)).await("unknown", null);
    }
}
