package io.doorstep.federation.upper;

import io.doorstep.federation.upper.Standing.County;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/** 汇数计量。 How old the copies of each county are, what is to come, and whether it was stopped. */
public final class UpperMeters implements MeterBinder {

    private final UpperLevel level;
    private final Standing standing;
    private final Clock clock;

    public UpperMeters(UpperLevel level, Standing standing, Clock clock) {
        this.level = level;
        this.standing = standing;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("doorstep.federation.counties.stopped", standing, Standing::stopped)
                .description("counties whose ledger is not believed any more; 0 in an office with cases of its own")
                .register(meters);
        Gauge.builder("doorstep.federation.oldest.seconds", this, UpperMeters::oldest)
                .description("age of the oldest copies; 0 in an office with cases of its own")
                .register(meters);
        for (var source : level.sources()) {
            gauge(meters, source, "age.seconds", "age of the copies of a county", this::age);
            gauge(meters, source, "to.come", "facts that a county has and that are not copied", County::toCome);
            gauge(meters, source, "withheld", "facts that a county keeps back", County::withheld);
            gauge(
                    meters,
                    source,
                    "stopped",
                    "1 when a county's ledger is not believed any more",
                    county -> county.stop() == null ? 0 : 1);
        }
    }

    private void gauge(MeterRegistry meters, Source source, String name, String what, ToDoubleFunction<County> number) {
        Gauge.builder("doorstep.federation." + name, () -> number(source, number))
                .description(what)
                .tag("county", source.name())
                .register(meters);
    }

    private double number(Source source, ToDoubleFunction<County> number) {
        return standing.counties().stream()
                .filter(county -> county.name().equals(source.name()))
                .mapToDouble(number)
                .findFirst()
                .orElse(Double.NaN);
    }

    private double oldest() {
        return standing.counties().stream()
                .mapToDouble(this::age)
                .filter(age -> !Double.isNaN(age))
                .max()
                .orElse(0);
    }

    private double age(County county) {
        return county.asOf() == null
                ? Double.NaN
                : Duration.between(county.asOf(), clock.instant()).toMillis() / 1000.0;
    }
}
