package io.doorstep.query.operations;

import io.doorstep.query.asof.Watermark;
import io.doorstep.query.completeness.CompletenessCheck;
import io.doorstep.query.deadletters.DeadLetterTable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;

/** 读端指标。 Dead letters, lag and the last completeness check, each asked of the database when somebody looks. */
public final class ReadingMeters implements MeterBinder {

    private final List<String> groups;
    private final Watermark watermark;
    private final DeadLetterTable letters;
    private final CompletenessCheck check;

    public ReadingMeters(List<String> groups, Watermark watermark, DeadLetterTable letters, CompletenessCheck check) {
        this.groups = groups;
        this.watermark = watermark;
        this.letters = letters;
        this.check = check;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        groups.forEach(group -> {
            Gauge.builder("doorstep.deadletters", letters, table -> table.count(group))
                    .description("facts that could not be read and those parked behind them")
                    .tag("group", group)
                    .register(meters);
            Gauge.builder("doorstep.deadletters.undecided", letters, table -> table.undecided(group))
                    .description("cases with facts that could not be read, but for those that are left so for a reason")
                    .tag("group", group)
                    .register(meters);
            Gauge.builder(
                            "doorstep.segments.unclaimed",
                            watermark,
                            mark -> mark.segments(group).stream()
                                    .filter(segment -> segment.owner() == null)
                                    .count())
                    .description("parts of the reading that no node has")
                    .tag("group", group)
                    .register(meters);
            Gauge.builder("doorstep.projection.lag.events", watermark, mark -> mark.lagInEvents(group))
                    .description("facts that are not read for certain")
                    .tag("group", group)
                    .register(meters);
            Gauge.builder(
                            "doorstep.projection.lag.seconds",
                            watermark,
                            mark -> mark.lag(group).toMillis() / 1000.0)
                    .description("age of the oldest fact that is not read for certain")
                    .tag("group", group)
                    .register(meters);
        });
        Gauge.builder("doorstep.completeness.faults", check, CompletenessCheck::faults)
                .description("cases whose rows differed from their facts at the last check")
                .register(meters);
    }
}
