package io.doorstep.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * 已读事实。 The committed facts of cases that were asked for lately. They are a beginning and never stale: a fact that has its place
 * in a case keeps it and never changes, and what came after is read from the table each time (docs/decisions/0050).
 */
final class KnownFacts {

    /** Some twenty megabytes. */
    private static final int MOST_FACTS = 10_000;

    private final Map<String, List<DomainEventMessage<?>>> byCase = new LinkedHashMap<>(16, 0.75f, true);
    private int facts;

    /** The facts of a case from its first one on; none when it is not known. */
    synchronized List<DomainEventMessage<?>> of(String caseId) {
        return byCase.getOrDefault(caseId, List.of());
    }

    /** Keeps a committed fact, where all that came before it are known. */
    synchronized void add(String caseId, DomainEventMessage<?> next) {
        var before = of(caseId);
        if (next.getSequenceNumber() == before.size()) {
            var all = new ArrayList<DomainEventMessage<?>>(before);
            all.add(next);
            keep(caseId, all);
        }
    }

    /** Keeps the committed facts of a case, from its first one on, and forgets the cases that were not asked for longest. */
    synchronized void keep(String caseId, List<DomainEventMessage<?>> all) {
        var before = of(caseId).size();
        if (all.size() <= before || all.get(all.size() - 1).getSequenceNumber() != all.size() - 1) {
            return;
        }
        byCase.put(caseId, List.copyOf(all));
        facts += all.size() - before;
        var eldest = byCase.values().iterator();
        while (facts > MOST_FACTS && eldest.hasNext()) {
            facts -= eldest.next().size();
            eldest.remove();
        }
    }
}
