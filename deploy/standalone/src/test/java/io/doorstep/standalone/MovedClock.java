package io.doorstep.standalone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** 拨动的时钟。 Stands still until it is moved; registered with a test, facts are dated by it, too. */
public final class MovedClock extends Clock implements BeforeEachCallback, AfterEachCallback {

    private volatile Instant now;

    public MovedClock(Instant start) {
        now = start;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        GenericEventMessage.clock = this;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        GenericEventMessage.clock = Clock.systemUTC();
    }

    public synchronized void move(Duration time) {
        now = now.plus(time);
    }

    public synchronized void moveTo(Instant moment) {
        now = moment;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? this : Clock.fixed(instant(), zone);
    }
}
