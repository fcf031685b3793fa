package io.doorstep.query.reference;

import io.doorstep.policy.Deadlines;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** 今天。 The legal day that it is now, where the office is. */
@Component
class Today {

    private final Deadlines deadlines;
    private final Clock clock;

    Today(Deadlines deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    LocalDate date() {
        return deadlines.day(clock.instant());
    }
}
