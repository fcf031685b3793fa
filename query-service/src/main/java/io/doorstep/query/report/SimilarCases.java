package io.doorstep.query.report;

import io.doorstep.identity.Actor;
import io.doorstep.query.access.Openings;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.CaseStates;
import io.doorstep.query.asof.Fragment;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.asof.SqlTime;
import io.doorstep.vault.NumberKind;
import io.doorstep.vault.Private;
import io.doorstep.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 疑似重复。 Cases that may be the same matter: the same person's telephone or identity number, or a similar title at the same
 * place within two years. It informs the officer, who decides; it never counts against anybody.
 */
@Component
class SimilarCases {

    private static final int MOST = 6;
    private static final int MOST_TITLES = 2000;
    private static final Duration TWO_YEARS = Duration.ofDays(731);
    private static final String COLUMNS =
            "select s.case_id, s.number, s.title, s.place, s.status, s.unit, s.reported_at, s.is_open";

    private final JdbcClient jdbc;
    private final CaseStates states;
    private final Vault vault;
    private final Openings openings;
    private final Clock clock;

    SimilarCases(JdbcClient jdbc, CaseStates states, Vault vault, Openings openings, Clock clock) {
        this.jdbc = jdbc;
        this.states = states;
        this.vault = vault;
        this.openings = openings;
        this.clock = clock;
    }

    /**
     * A case that may be the same matter.
     *
     * @param why PHONE, ID_NUMBER or TITLE
     */
    record Similar(
            String caseId,
            String number,
            String title,
            String place,
            String status,
            String unit,
            Instant reportedAt,
            boolean open,
            List<String> why) {}

    /** The likeliest first; that a person was recognised is on record before it is told. */
    List<Similar> to(LookFor wanted, Actor viewer) {
        var found = new LinkedHashMap<String, Similar>();
        samePerson(wanted, viewer).forEach(one -> {
            openings.recognised(viewer, one.caseId());
            found.merge(one.caseId(), one, SimilarCases::both);
        });
        sameTitle(wanted, viewer).forEach(one -> found.merge(one.caseId(), one, SimilarCases::both));
        return found.values().stream().limit(MOST).toList();
    }

    private List<Similar> samePerson(LookFor wanted, Actor viewer) {
        var hashes = Stream.concat(
                        wanted.wholePhones().map(phone -> vault.hash(NumberKind.PHONE, new Private(phone))),
                        wanted.wholeIdNumbers().map(number -> vault.hash(NumberKind.ID_NUMBER, new Private(number))))
                .toList();
        if (hashes.isEmpty()) {
            return List.of();
        }
        var rows = seen(viewer)
                .and(Fragment.of(
                        "exists (select 1 from vault.number_hash q where q.case_id = s.case_id and q.hash in (:hashes))",
                        "hashes",
                        hashes));
        var why = whyOf(hashes);
        return jdbc.sql(COLUMNS + " " + rows.sql() + " order by s.reported_at desc fetch first 20 rows only")
                .params(rows.parameters())
                .query((row, n) -> similar(row, why.getOrDefault(row.getString("case_id"), List.of())))
                .list();
    }

    private Map<String, List<String>> whyOf(List<String> hashes) {
        var why = new LinkedHashMap<String, List<String>>();
        jdbc.sql("select distinct case_id, what from vault.number_hash where hash in (:hashes) order by case_id, what")
                .param("hashes", hashes)
                .query((row, n) -> why.computeIfAbsent(row.getString("case_id"), id -> new ArrayList<>())
                        .add(row.getString("what")))
                .list();
        return why;
    }

    private List<Similar> sameTitle(LookFor wanted, Actor viewer) {
        var title = wanted.title();
        var place = wanted.place();
        if (title == null || place == null || title.strip().length() < 4) {
            return List.of();
        }
        var since = SqlTime.of(clock.instant().minus(TWO_YEARS));
        var rows = seen(viewer)
                .and(Fragment.of("s.place = :samePlace", "samePlace", place))
                .and(Fragment.of("s.reported_at >= :since", "since", since));
        return jdbc
                .sql(COLUMNS + " " + rows.sql() + " order by s.reported_at desc fetch first :titles rows only")
                .params(rows.parameters())
                .param("titles", MOST_TITLES)
                .query((row, n) -> similar(row, List.of("TITLE")))
                .list()
                .stream()
                .filter(one -> Likeness.of(one.title(), title) >= Likeness.SIMILAR)
                .sorted(Comparator.comparingDouble((Similar one) -> -Likeness.of(one.title(), title)))
                .limit(MOST)
                .toList();
    }

    private Fragment seen(Actor viewer) {
        return states.seenBy(viewer, Moment.present(clock.instant()), CaseFilter.ALL);
    }

    private static Similar similar(ResultSet row, List<String> why) throws SQLException {
        return new Similar(
                row.getString("case_id"),
                row.getString("number"),
                row.getString("title"),
                row.getString("place"),
                row.getString("status"),
                Objects.requireNonNullElse(row.getString("unit"), ""),
                row.getObject("reported_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("is_open"),
                why);
    }

    private static Similar both(Similar one, Similar other) {
        var why = Stream.concat(one.why().stream(), other.why().stream())
                .distinct()
                .toList();
        return new Similar(
                one.caseId, one.number, one.title, one.place, one.status, one.unit, one.reportedAt, one.open, why);
    }
}
