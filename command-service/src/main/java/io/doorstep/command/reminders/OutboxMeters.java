package io.doorstep.command.reminders;

import io.doorstep.reminders.Carrier;
import io.doorstep.reminders.MessageState;
import io.doorstep.reminders.Outbox;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 发件箱指标。 How many mails and calls wait or are parked, asked of the database when somebody looks. */
@Component
class OutboxMeters implements MeterBinder {

    private final Outbox outbox;

    OutboxMeters(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (var carrier : List.of(Carrier.MAIL, Carrier.WEBHOOK)) {
            for (var state : List.of(MessageState.WAITING, MessageState.PARKED)) {
                Gauge.builder("doorstep.reminders", outbox, box -> count(box, carrier, state))
                        .description("reminders that wait to leave the house, or that a person has to decide on")
                        .tag("carrier", carrier.name())
                        .tag("state", state.name())
                        .register(meters);
            }
        }
    }

    private static double count(Outbox outbox, Carrier carrier, MessageState state) {
        return outbox.counts().getOrDefault(carrier, Map.of()).getOrDefault(state, 0L);
    }
}
