package io.doorstep.store;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 只读认得的事实。 Lets through, behind all upcasters, facts of known types in revisions not above the present one. The framework alone passes
 * over a type that it does not know, and the parser over components that it does not know, both without a word.
 */
final class OnlyKnown implements EventUpcaster {

    private static final Logger LOG = LoggerFactory.getLogger(OnlyKnown.class);

    /** Types to their revisions; none of a type that is not here, or has no revision. */
    private final Map<String, Optional<String>> present = new ConcurrentHashMap<>();

    private volatile boolean met;

    /** Whether there was one that is not known. */
    boolean metNewer() {
        return met;
    }

    @Override
    public Stream<IntermediateEventRepresentation> upcast(Stream<IntermediateEventRepresentation> facts) {
        return facts.map(fact -> {
            var type = fact.getType();
            if (!isKnown(type.getName(), type.getRevision())) {
                var newer = new NewerFact(type.getName(), String.valueOf(type.getRevision()));
                if (!met) {
                    met = true;
                    LOG.error("{}; it reads nothing more until then, other nodes take over", newer.getMessage());
                }
                throw newer;
            }
            return fact;
        });
    }

    private boolean isKnown(String type, @Nullable String revision) {
        var here = present.computeIfAbsent(type, OnlyKnown::revisionOf);
        return here.isPresent() && (revision == null || !isAbove(revision, here.get()));
    }

    private static boolean isAbove(String revision, String here) {
        try {
            return Integer.parseInt(revision) > (here.isEmpty() ? 0 : Integer.parseInt(here));
        } catch (NumberFormatException word) {
            return !revision.equals(here);
        }
    }

    private static Optional<String> revisionOf(String type) {
        try {
            var revision =
                    Class.forName(type, false, OnlyKnown.class.getClassLoader()).getAnnotation(Revision.class);
            return Optional.of(revision == null ? "" : revision.value());
        } catch (ClassNotFoundException unknown) {
            return Optional.empty();
        }
    }
}
