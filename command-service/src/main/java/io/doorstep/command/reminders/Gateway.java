package io.doorstep.command.reminders;

import io.doorstep.command.outside.NotSent;
import io.doorstep.command.outside.SignedCall;
import io.doorstep.reminders.Outbox;
import io.doorstep.reminders.Outbox.Bundle;
import io.doorstep.reminders.Reminder;
import io.doorstep.reminders.ReminderWords;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** 推送网关。 Tells the one address that the operator set of reminders. */
@Component
class Gateway {

    private final SignedCall call;
    private final Outbox outbox;
    private final ReminderWords words;
    private final JsonMapper json;

    Gateway(
            @Value("${doorstep.reminders.webhook.url:}") String url,
            @Value("${doorstep.reminders.webhook.secret:}") String secret,
            @Value("${doorstep.reminders.webhook.internal:false}") boolean internal,
            Outbox outbox,
            ReminderWords words,
            JsonMapper json,
            Clock clock) {
        this.call = new SignedCall("doorstep.reminders.webhook", url, secret, internal, clock);
        this.outbox = outbox;
        this.words = words;
        this.json = json;
    }

    /**
     * What the gateway is told; no person but the accounts that were told.
     *
     * @param id the same whenever the same call is made again
     */
    record Call(String id, List<Line> reminders) {}

    record Line(
            String id,
            String number,
            String clock,
            String lastDay,
            int days,
            String level,
            String zh,
            String en,
            List<String> told) {}

    boolean isSet() {
        return call.isSet();
    }

    void call(Bundle bundle) throws NotSent {
        var told = new Call(
                bundle.id(), bundle.reminders().stream().map(this::line).toList());
        call.post(bundle.id(), "application/json", json.writeValueAsString(told));
    }

    private Line line(Reminder one) {
        return new Line(
                one.id(),
                one.number(),
                one.clock(),
                one.lastDay().toString(),
                one.days(),
                one.level(),
                words.of(one, Locale.SIMPLIFIED_CHINESE),
                words.of(one, Locale.ENGLISH),
                outbox.told(one.id()));
    }
}
