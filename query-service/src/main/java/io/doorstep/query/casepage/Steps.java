package io.doorstep.query.casepage;

import io.doorstep.identity.Actor;
import io.doorstep.terms.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps of a reader while they are being found: only those of his roles get in. */
final class Steps {

    private final Actor reader;
    private final List<Step> found = new ArrayList<>();

    Steps(Actor reader) {
        this.reader = reader;
    }

    void add(String verb, String address, @Nullable String why, Role... roles) {
        if (reader.is(roles)) {
            found.add(new Step(verb, address, why));
        }
    }

    List<Step> all() {
        return List.copyOf(found);
    }

    static @Nullable String when(boolean refused, String why) {
        return refused ? why : null;
    }
}
