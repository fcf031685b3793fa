package io.doorstep.federation.upper;

import java.util.List;
import java.util.Optional;

/**
 * 上级。 Whether this office is one of the level above, which holds copies of its counties' facts and none of its own.
 *
 * @param sources its counties; none in an office with cases of its own
 */
public record UpperLevel(List<Source> sources) {

    public UpperLevel {
        sources = List.copyOf(sources);
    }

    /** Whether all cases here are copies. */
    public boolean holdsCopies() {
        return !sources.isEmpty();
    }

    public Optional<Source> named(String name) {
        return sources.stream().filter(source -> source.name().equals(name)).findFirst();
    }
}
