package io.doorstep.command.reminders;

import io.doorstep.command.outside.NotSent;
import io.doorstep.duties.OpenDuties;
import io.doorstep.policy.Deadlines;
import io.doorstep.reminders.Carrier;
import io.doorstep.reminders.Outbox;
import io.doorstep.reminders.Outbox.Bundle;
import io.doorstep.reminders.Reminder;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** 发送。 Sends what waits in the outbox, all of somebody's together; what was done meanwhile is dropped. */
@Component
public class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final Outbox outbox;
    private final Outside outside;
    private final ObjectProvider<OpenDuties> duties;
    private final Deadlines deadlines;
    private final ZoneId zone;
    private final Clock clock;

    Delivery(
            Outbox outbox,
            Outside outside,
            ObjectProvider<OpenDuties> duties,
            Deadlines deadlines,
            ZoneId officeZone,
            Clock clock) {
        this.outbox = outbox;
        this.outside = outside;
        this.duties = duties;
        this.deadlines = deadlines;
        this.zone = officeZone;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${doorstep.reminders.send-first-after:PT40S}",
            fixedDelayString = "${doorstep.reminders.send-every:PT1M}")
    public void scheduled() {
        send();
    }

    /** Sends what waits, unless these are quiet hours; answers how many reminders went. */
    public int send() {
        var parked = outbox.parkAbandoned();
        if (parked > 0) {
            LOG.warn("{} reminders were in the hands of a node that ended; whether they went is not known", parked);
        }
        var now = clock.instant();
        if (deadlines.policyAt(now).reminders().quiet().covers(now, zone) || !isKnownWhatIsDone()) {
            return 0;
        }
        var sent = 0;
        for (var carrier : List.of(Carrier.MAIL, Carrier.WEBHOOK)) {
            for (var recipient : outbox.recipients(carrier)) {
                sent += send(outbox.take(carrier, recipient));
            }
        }
        return sent;
    }

    private int send(Bundle taken) {
        var bundle = withoutWhatIsDone(taken);
        if (bundle.reminders().isEmpty()) {
            return 0;
        }
        try {
            outside.send(bundle);
            outbox.sent(bundle);
            return bundle.reminders().size();
        } catch (NotSent failed) {
            LOG.warn(
                    "{} reminders by {} did not go: {}", bundle.reminders().size(), bundle.carrier(), failed.failure());
            if (failed.certain()) {
                outbox.notSent(bundle, failed.failure());
            } else {
                outbox.parked(bundle, failed.failure());
            }
            return 0;
        }
    }

    private Bundle withoutWhatIsDone(Bundle taken) {
        var book = duties.getIfAvailable();
        if (book == null) {
            return taken;
        }
        var open = taken.reminders().stream()
                .filter(one -> {
                    var still = isOpen(book, one);
                    if (!still) {
                        outbox.dropped(taken, one);
                    }
                    return still;
                })
                .toList();
        return new Bundle(taken.id(), taken.carrier(), taken.recipient(), open);
    }

    /** While the lists are built anew, what waits would look done. */
    private boolean isKnownWhatIsDone() {
        var book = duties.getIfAvailable();
        return book == null || book.isWhole();
    }

    private static boolean isOpen(OpenDuties book, Reminder one) {
        return book.isOpen(one.caseId(), one.clock(), one.cycle(), one.lastDay());
    }
}
