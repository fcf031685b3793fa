package io.doorstep.store;

import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * 凭记忆。 Decides about a case by what this node remembers of it, without asking the table what came since (docs/decisions/0056).
 *
 * <p>Facts that follow from a memory that is too old never reach the table: their place in the case is taken. All else that follows
 * from it, a refusal or nothing, counts only when a decision that asked the table says so too; so whoever uses this repeats what failed.
 */
public final class FromMemory {

    private static final ThreadLocal<@Nullable FromMemory> NOW = new ThreadLocal<>();

    private final String caseId;
    private long remembered;

    private FromMemory(String caseId) {
        this.caseId = caseId;
    }

    /** Nothing was decided that the table could contradict, so it has to be asked. */
    public static final class Unproven extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private Unproven() {
            super("nothing was added to what is remembered", null, false, false);
        }
    }

    /**
     * Does it.
     *
     * @param version of the case, as its decision leaves it
     * @throws Unproven when the case was remembered and no fact was added
     */
    public static <T> T decide(String caseId, Supplier<T> decision, ToLongFunction<T> version) {
        var memory = new FromMemory(caseId);
        NOW.set(memory);
        try {
            var decided = decision.get();
            if (memory.remembered > 0 && version.applyAsLong(decided) <= memory.remembered) {
                throw new Unproven();
            }
            return decided;
        } finally {
            NOW.remove();
        }
    }

    /** Whether so many remembered facts of a case are enough for what this thread does. */
    static boolean suffices(String caseId, int facts) {
        var memory = NOW.get();
        if (memory == null || facts == 0 || !memory.caseId.equals(caseId)) {
            return false;
        }
        memory.remembered = facts;
        return true;
    }
}
