package io.doorstep.policy;

import io.doorstep.terms.Light;
import java.time.Instant;

/** 亮灯时刻。 The moments from which each light shows; before the first of them it is green. */
public record LightTimes(Instant notice, Instant amber, Instant red, Instant black) {

    /** The light at a moment; a light shows from its own moment on, that moment included. */
    public Light at(Instant moment) {
        if (!moment.isBefore(black)) {
            return Light.BLACK;
        }
        if (!moment.isBefore(red)) {
            return Light.RED;
        }
        if (!moment.isBefore(amber)) {
            return Light.AMBER;
        }
        return moment.isBefore(notice) ? Light.GREEN : Light.NOTICE;
    }
}
