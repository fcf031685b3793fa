package io.doorstep.store;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;

/** 存储指标。 The facts, and the disk that the data folder lies on. */
public final class StoreMeters implements MeterBinder {

    private final StoreSize store;

    public StoreMeters(StoreSize store) {
        this.store = store;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("doorstep.facts", store, StoreSize::facts)
                .description("index of the last fact")
                .register(meters);
        Gauge.builder("doorstep.facts.size", store, StoreSize::bytes)
                .description("the table of facts with its indexes, or the embedded file")
                .baseUnit(BaseUnits.BYTES)
                .register(meters);
        Gauge.builder("doorstep.disk.free", store, StoreSize::diskFree)
                .description("room on the disk of the data folder")
                .baseUnit(BaseUnits.BYTES)
                .register(meters);
        Gauge.builder("doorstep.disk.total", store, StoreSize::diskTotal)
                .description("size of the disk of the data folder")
                .baseUnit(BaseUnits.BYTES)
                .register(meters);
    }
}
