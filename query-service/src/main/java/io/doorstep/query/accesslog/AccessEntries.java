package io.doorstep.query.accesslog;

import io.doorstep.identity.Actor;
import io.doorstep.identity.Reach;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.CaseStates;
import io.doorstep.query.asof.Fragment;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.asof.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 查阅记录的查询。 The log as somebody may read it: of a case that he may not know of, it tells nothing either. An auditor, who needs no
 * case for his work, sees every entry, but of the cases no more than an id that says nothing.
 */
@Component
class AccessEntries {

    private static final int NAMED_AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final CaseStates states;
    private final Clock clock;

    AccessEntries(JdbcClient jdbc, CaseStates states, Clock clock) {
        this.jdbc = jdbc;
        this.states = states;
        this.clock = clock;
    }

    /** A page, the latest first; {@code next} is where the following one goes on. */
    record Page(List<AccessEntry> items, Optional<Long> next) {}

    Page page(Actor reader, AccessFilter filter) {
        var rows = rows(reader, filter);
        var found = jdbc.sql("select l.* " + rows.sql() + " order by l.id desc fetch first :most rows only")
                .params(rows.parameters())
                .param("most", filter.size() + 1)
                .query(AccessEntries::entry)
                .list();
        var shown = found.subList(0, Math.min(found.size(), filter.size()));
        var next = found.size() > shown.size()
                ? Optional.of(shown.get(shown.size() - 1).id())
                : Optional.<Long>empty();
        return new Page(named(reader, shown), next);
    }

    /** All of it, in pieces, so that neither this process nor the reader's has to hold it. */
    Stream<AccessEntry> whole(Actor reader, AccessFilter filter) {
        var first = page(reader, piece(filter, null));
        return Stream.iterate(
                        Optional.of(first),
                        Optional::isPresent,
                        last -> last.flatMap(page -> page.next().map(id -> page(reader, piece(filter, id)))))
                .flatMap(page -> page.stream().flatMap(one -> one.items().stream()));
    }

    private static AccessFilter piece(AccessFilter filter, @org.jspecify.annotations.Nullable Long before) {
        return new AccessFilter(
                filter.found(),
                filter.who(),
                filter.what(),
                filter.purpose(),
                filter.from(),
                filter.to(),
                before,
                NAMED_AT_ONCE);
    }

    private Fragment rows(Actor reader, AccessFilter filter) {
        var rows = new Fragment("from access_log l where 1 = 1", Map.of());
        if (knowsCases(reader)) {
            rows = rows.and(inCases(reader, ""));
        }
        if (filter.found() != null) {
            var named = Fragment.of("l.case_id = :found", "found", filter.found());
            rows = rows.and(knowsCases(reader) ? either(named, inCases(reader, " and s.number = :found")) : named);
        }
        if (filter.who() != null) {
            rows = rows.and(Fragment.of("l.actor = :who", "who", filter.who()));
        }
        if (filter.what() != null) {
            rows = rows.and(Fragment.of("l.what = :what", "what", filter.what()));
        }
        if (filter.purpose() != null) {
            rows = rows.and(Fragment.of("l.purpose = :purpose", "purpose", filter.purpose()));
        }
        if (filter.from() != null) {
            rows = rows.and(Fragment.of("l.at >= :logFrom", "logFrom", SqlTime.of(filter.from())));
        }
        if (filter.to() != null) {
            rows = rows.and(Fragment.of("l.at < :logTo", "logTo", SqlTime.of(filter.to())));
        }
        return filter.before() == null ? rows : rows.and(Fragment.of("l.id < :before", "before", filter.before()));
    }

    private static boolean knowsCases(Actor reader) {
        return reader.reach().compareTo(Reach.OWN_UNIT) >= 0;
    }

    private static Fragment either(Fragment one, Fragment other) {
        var all = new HashMap<>(one.parameters());
        all.putAll(other.parameters());
        return new Fragment("(" + one.sql() + " or " + other.sql() + ")", all);
    }

    private Fragment inCases(Actor reader, String condition) {
        var seen = seen(reader);
        return new Fragment(
                "exists (select 1 " + seen.sql() + " and s.case_id = l.case_id" + condition + ")", seen.parameters());
    }

    private Fragment seen(Actor reader) {
        return states.seenBy(reader, Moment.present(clock.instant()), CaseFilter.ALL);
    }

    private record Title(String number, String title) {}

    private List<AccessEntry> named(Actor reader, List<AccessEntry> entries) {
        var ids = new HashSet<String>();
        entries.forEach(one -> ids.add(one.caseId()));
        if (ids.isEmpty() || !knowsCases(reader)) {
            return entries;
        }
        Map<String, Title> titles = new HashMap<>();
        var rows = seen(reader).and(Fragment.of("s.case_id in (:ids)", "ids", List.copyOf(ids)));
        jdbc.sql("select s.case_id, s.number, s.title " + rows.sql())
                .params(rows.parameters())
                .query((row, n) -> titles.put(row.getString(1), new Title(row.getString(2), row.getString(3))))
                .list();
        var named = new ArrayList<AccessEntry>();
        for (var one : entries) {
            var title = titles.get(one.caseId());
            named.add(title == null ? one : one.of(title.number(), title.title()));
        }
        return List.copyOf(named);
    }

    private static AccessEntry entry(ResultSet row, int n) throws SQLException {
        return new AccessEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("roles"),
                row.getString("unit"),
                row.getString("case_id"),
                null,
                null,
                row.getString("what"),
                row.getString("purpose"));
    }
}
