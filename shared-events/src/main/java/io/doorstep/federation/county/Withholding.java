package io.doorstep.federation.county;

import io.doorstep.events.cases.CaseCorrected;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseReported;
import io.doorstep.proof.StoredFact;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * 保留范围。 Which cases stay in the county: those that are, or ever were, of a kind that is kept back, accusations unless the setting says
 * otherwise. Whatever is no fact of a case, such as the plan of a week, stays, too.
 */
public final class Withholding {

    private static final String FACTS_OF_CASES = CaseEvent.class.getPackageName() + ".";
    private static final String REPORTED = CaseReported.class.getName();
    private static final String CORRECTED = CaseCorrected.class.getName();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Set<String> kinds;

    /** @param kinds names of {@code CaseKind} that are kept back */
    public Withholding(JdbcClient jdbc, Set<String> kinds) {
        this.jdbc = jdbc;
        this.kinds = Set.copyOf(kinds);
    }

    public Set<String> kinds() {
        return kinds;
    }

    /**
     * 保留之案。 The cases of some facts that are kept back.
     *
     * @param since the number of the fact that made a case one of them
     */
    record Kept(Map<String, Long> since) {

        boolean covers(StoredFact fact) {
            return !fact.type().startsWith(FACTS_OF_CASES) || since.containsKey(fact.subject());
        }

        /** Whether this very fact made a case one to keep back that was none before. */
        boolean beginsWith(StoredFact fact) {
            return fact.number() > 0 && Long.valueOf(fact.number()).equals(since.get(fact.subject()));
        }
    }

    Kept among(Collection<StoredFact> facts) {
        Map<String, Long> since = new HashMap<>();
        var cases = facts.stream()
                .filter(fact -> fact.type().startsWith(FACTS_OF_CASES))
                .map(StoredFact::subject)
                .distinct()
                .toList();
        if (!cases.isEmpty() && !kinds.isEmpty()) {
            deciding(cases).stream()
                    .filter(this::keepsBack)
                    .forEach(fact -> since.merge(fact.subject(), fact.number(), Math::min));
        }
        return new Kept(since);
    }

    /** 定性事实。 A fact that may say of which kind its case is. */
    @SuppressWarnings("ArrayRecordComponent") // only passed on
    private record Deciding(String subject, long number, String type, byte[] payload) {}

    private List<Deciding> deciding(List<String> cases) {
        return jdbc.sql("select aggregate_identifier, aggregate_sequence_number, type, payload"
                        + " from aggregate_event_entry where aggregate_identifier in (:cases) and type in (:types)")
                .param("cases", cases)
                .param("types", List.of(REPORTED, CORRECTED))
                .query((row, n) -> new Deciding(row.getString(1), row.getLong(2), row.getString(3), row.getBytes(4)))
                .list();
    }

    private boolean keepsBack(Deciding fact) {
        try {
            var said = JSON.readTree(fact.payload());
            if (fact.type().equals(REPORTED)) {
                return kinds.contains(said.path("kind").asString(""));
            }
            return said.path("changes").values().stream()
                    .anyMatch(change -> change.path("field").asString("").equals("kind")
                            && kinds.contains(change.path("to").asString("")));
        } catch (JacksonException unreadable) {
            // of what nobody can read nobody knows the kind
            return true;
        }
    }
}
