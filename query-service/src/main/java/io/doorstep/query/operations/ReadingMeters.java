package io.doorstep.query.operations;

import io.doorstep.query.asof.CaseProjection;
import io.doorstep.query.asof.Watermark;
import io.doorstep.query.completeness.CompletenessCheck;
import io.doorstep.query.deadletters.DeadLetterTable;
import io.doorstep.query.editions.Editions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** 读端指标。 Dead letters, lag and the last completeness check, each asked of the database when somebody looks. */
public final class ReadingMeters implements MeterBinder {

    private final Editions editions;
    private final Watermark watermark;
    private final DeadLetterTable letters;
    private final CompletenessCheck check;

    public ReadingMeters(Editions editions, Watermark watermark, DeadLetterTable letters, CompletenessCheck check) {
        this.editions = editions;
        this.watermark = watermark;
        this.letters = letters;
        this.check = check;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("doorstep.deadletters", letters, table -> table.count(serving()))
                .description("facts that could not be read and those parked behind them")
                .tag("group", CaseProjection.GROUP)
                .register(meters);
        Gauge.builder("doorstep.deadletters.undecided", letters, table -> table.undecided(serving()))
                .description("cases with facts that could not be read, but for those that are left so for a reason")
                .tag("group", CaseProjection.GROUP)
                .register(meters);
        Gauge.builder(
                        "doorstep.segments.unclaimed",
                        watermark,
                        mark -> mark.segments(serving()).stream()
                                .filter(segment -> segment.owner() == null)
                                .count())
                .description("parts of the reading that no node has")
                .tag("group", CaseProjection.GROUP)
                .register(meters);
        Gauge.builder("doorstep.projection.lag.events", watermark, mark -> mark.lagInEvents(serving()))
                .description("facts that are not read for certain")
                .tag("group", CaseProjection.GROUP)
                .register(meters);
        Gauge.builder(
                        "doorstep.projection.lag.seconds",
                        watermark,
                        mark -> mark.lag(serving()).toMillis() / 1000.0)
                .description("age of the oldest fact that is not read for certain")
                .tag("group", CaseProjection.GROUP)
                .register(meters);
        Gauge.builder("doorstep.completeness.faults", check, CompletenessCheck::faults)
                .description("cases whose rows differed from their facts at the last check")
                .register(meters);
    }

    /** Whatever edition serves, it goes by one name here. */
    private String serving() {
        return editions.serving().group();
    }
}
