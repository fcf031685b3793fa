package io.doorstep.query.asof;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * 已读之案。 The cases that were read lately, as they were committed, so that their next fact need not begin with reading all earlier ones.
 * {@link FactBatch} asks the table whether it is still so before it writes. Nothing is kept for longer than a minute: columns depend on
 * reference data, too.
 */
final class KnownCases implements FactBatch.Memory {

    /** Some twenty megabytes. */
    private static final int MOST_FACTS = 5_000;

    private static final long KEPT_FOR = Duration.ofMinutes(1).toNanos();

    private record Known(CaseInHand inHand, long since) {}

    private final Map<String, Known> byCase = new LinkedHashMap<>();
    private int facts;

    @Override
    public synchronized Optional<CaseInHand> at(String caseId, long sequence) {
        if (sequence == 0) {
            return Optional.of(CaseInHand.begun(caseId));
        }
        var known = byCase.get(caseId);
        return known == null || known.inHand().size() != sequence || isOld(known)
                ? Optional.empty()
                : Optional.of(known.inHand().committed());
    }

    /** Keeps what was committed. */
    synchronized void keep(Collection<CaseInHand> committed) {
        for (var one : committed.stream().filter(CaseInHand::hasGrown).toList()) {
            forget(one.caseId());
            byCase.put(one.caseId(), new Known(one.committed(), System.nanoTime()));
            facts += one.size();
        }
        var eldest = byCase.values().iterator();
        while (eldest.hasNext()) {
            var known = eldest.next();
            if (facts <= MOST_FACTS && !isOld(known)) {
                return;
            }
            facts -= known.inHand().size();
            eldest.remove();
        }
    }

    synchronized void forget(String caseId) {
        var known = byCase.remove(caseId);
        if (known != null) {
            facts -= known.inHand().size();
        }
    }

    synchronized void clear() {
        byCase.clear();
        facts = 0;
    }

    private static boolean isOld(Known known) {
        return System.nanoTime() - known.since() > KEPT_FOR;
    }
}
