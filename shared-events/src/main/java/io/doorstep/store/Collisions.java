package io.doorstep.store;

import io.doorstep.web.Named;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;

/** 撞车重试。 Several people write the same row at the same moment: each is tried again until he finds what the others left. */
public final class Collisions {

    private static final int MOST_TRIES = 10;

    private Collisions() {}

    /**
     * Does it, again after a collision; refuses with SERVICE_UNAVAILABLE when it collides time and again.
     *
     * @param whole a transaction of its own
     */
    public static <T> T outlast(Supplier<T> whole) {
        for (var tries = 0; tries < MOST_TRIES; tries++) {
            try {
                return whole.get();
            } catch (DuplicateKeyException meanwhile) {
                // the next try finds what the other left
            }
        }
        throw new Named(HttpStatus.SERVICE_UNAVAILABLE, HttpStatus.SERVICE_UNAVAILABLE.name());
    }
}
