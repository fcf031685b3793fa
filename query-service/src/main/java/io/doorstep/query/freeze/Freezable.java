package io.doorstep.query.freeze;

import io.doorstep.identity.Actor;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/** 可定格的内容。 A list or table that can be kept as it was at a moment, and compared with itself at another. */
public interface Freezable {

    /** Such as {@code problems}. */
    String name();

    /** Version of the definitions that it counts by; empty where it counts nothing. */
    String definitions(MultiValueMap<String, String> asked);

    /**
     * All of it, as words. Refuses what is too long to be kept.
     *
     * @param asked as the interface for programs is asked
     */
    Frozen freeze(Actor viewer, MultiValueMap<String, String> asked);

    /** What stands where in it, by key. */
    Map<String, Side> sides(Actor viewer, MultiValueMap<String, String> asked);

    /** Whether what happens later can take back what was said: a close-out that is reopened, a case that turns out void. */
    boolean canBeTakenBack();
}
