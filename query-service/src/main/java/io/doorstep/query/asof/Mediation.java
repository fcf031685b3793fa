package io.doorstep.query.asof;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 人民调解。 Who mediates a dispute, whom a party refused, and what the parties agreed on.
 *
 * @param agreements all there were, oldest first
 * @param standing whether the last of them is of the present cycle
 */
public record Mediation(List<String> mediators, List<String> refused, List<Agreement> agreements, boolean standing) {

    /** The agreement that binds the parties now. */
    public Optional<Agreement> agreement() {
        return standing ? Optional.of(agreements.get(agreements.size() - 1)) : Optional.empty();
    }

    /** Whether anything of it is on record. */
    public boolean begun() {
        return !mediators.isEmpty() || !refused.isEmpty() || !agreements.isEmpty();
    }

    /** Whether the parties broke what they agreed on; null while nobody knows. */
    public @Nullable Boolean performed() {
        return agreement().map(Agreement::performed).orElse(null);
    }
}
