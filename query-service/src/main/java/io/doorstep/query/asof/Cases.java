package io.doorstep.query.asof;

import io.doorstep.identity.Actor;
import io.doorstep.terms.CaseStatus;
import io.doorstep.terms.LinkKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 案件查询。 One case at a moment, and its history, as far as the viewer may see it. */
public final class Cases {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final FactTable facts;
    private final CaseStates states;

    public Cases(JdbcClient jdbc, FactTable facts, CaseStates states) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.states = states;
    }

    /** The case; empty when there was none, or it is not for the viewer to know. */
    public Optional<CaseAsOf> find(Actor viewer, String caseId, Moment moment) {
        var rows =
                states.seenBy(viewer, moment, CaseFilter.ALL).and(Fragment.of("s.case_id = :caseId", "caseId", caseId));
        return jdbc.sql("select s.detail " + rows.sql())
                .params(rows.parameters())
                .query((row, n) -> CaseJson.read(row.getBytes("detail")))
                .optional();
    }

    /** Which of these cases the viewer may know of now. */
    public Set<String> known(Actor viewer, Collection<String> caseIds, Instant now) {
        var found = new HashSet<String>();
        var ids = caseIds.stream().distinct().toList();
        for (var from = 0; from < ids.size(); from += AT_ONCE) {
            var some = ids.subList(from, Math.min(from + AT_ONCE, ids.size()));
            var rows = states.seenBy(viewer, Moment.present(now), CaseFilter.ALL)
                    .and(Fragment.of("s.case_id in (:ids)", "ids", some));
            found.addAll(jdbc.sql("select s.case_id " + rows.sql())
                    .params(rows.parameters())
                    .query(String.class)
                    .list());
        }
        return found;
    }

    /** Every fact known at the moment, in the order of recording; empty when the viewer may not see the case. */
    public List<RecordedFact> history(Actor viewer, String caseId, Moment moment) {
        if (find(viewer, caseId, moment).isEmpty()) {
            return List.of();
        }
        var knownAt = moment.knownAt();
        return facts.of(caseId).stream()
                .filter(fact -> !fact.occurredAt().isAfter(moment.holdsAt()))
                .filter(fact -> knownAt == null || !fact.recordedAt().isAfter(knownAt))
                .toList();
    }

    /**
     * Of each case that came again, as a person decided: when. As far as the viewer may count what came.
     *
     * @param from of a window; what came before is of no matter. Null for all
     */
    public Map<String, List<Instant>> cameAgain(Actor viewer, Moment moment, @Nullable Instant from) {
        Map<String, List<Instant>> found = new HashMap<>();
        var repeats = states.countedBy(viewer, moment, CaseFilter.ALL)
                .and(Fragment.of("s.is_repeat = true"))
                .and(since(from).within("s.reported_at"));
        each(repeats, state -> {
            var exit = state.exit();
            if (exit == null || exit.which() != CaseStatus.VOIDED) {
                state.links().stream()
                        .filter(link -> link.link().equals(LinkKind.REPEAT_OF.name()))
                        .forEach(link -> found.computeIfAbsent(link.otherCaseId(), id -> new ArrayList<>())
                                .add(state.reportedAt()));
            }
        });
        return found;
    }

    private static CaseFilter since(@Nullable Instant from) {
        return new CaseFilter(null, null, null, List.of(), null, List.of(), List.of(), List.of(), null, from, null);
    }

    /** The cases of a question begun with {@link CaseStates}, whole. */
    public List<CaseAsOf> whole(Fragment rows) {
        return jdbc.sql("select s.detail " + rows.sql())
                .params(rows.parameters())
                .query((row, n) -> CaseJson.read(row.getBytes("detail")))
                .list();
    }

    /**
     * Every case that the viewer may count, whole, one after another; figures read thousands, hold none, and show none.
     *
     * @param days cases all of whose dates lie outside are passed over
     */
    public void eachCounted(Actor viewer, Moment moment, CaseFilter filter, Days days, Consumer<CaseAsOf> reader) {
        each(states.countedBy(viewer, moment, filter).and(days.touched()), reader);
    }

    /** Every case that the viewer may see, whole, one after another. */
    public void eachSeen(Actor viewer, Moment moment, CaseFilter filter, Consumer<CaseAsOf> reader) {
        each(states.seenBy(viewer, moment, filter), reader);
    }

    private void each(Fragment rows, Consumer<CaseAsOf> reader) {
        try (var all = jdbc
                .sql("select s.detail " + rows.sql())
                .params(rows.parameters())
                .query((row, n) -> CaseJson.read(row.getBytes("detail")))
                .stream()) {
            all.forEach(reader);
        }
    }
}
