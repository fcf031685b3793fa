package io.doorstep.query.access;

import io.doorstep.access.AccessLog;
import io.doorstep.identity.SignedIn;
import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.Cases;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.layout.Say;
import io.doorstep.terms.Role;
import io.doorstep.web.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 查阅情况告知。 Tells a person who has had his data opened: on which day, in which role, of which unit, and what for. Officers'
 * names are not his to know unless the office's setting says so. That it was made is itself on record.
 */
@Component
public class AccessReport {

    private static final int MOST = 20_000;

    private final JdbcClient jdbc;
    private final Cases cases;
    private final AccessLog log;
    private final Clock clock;
    private final ZoneId zone;
    private final boolean names;

    AccessReport(
            JdbcClient jdbc,
            Cases cases,
            AccessLog log,
            Clock clock,
            ZoneId officeZone,
            @Value("${doorstep.access-log.report-names:false}") boolean names) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.log = log;
        this.clock = clock;
        this.zone = officeZone;
        this.names = names;
    }

    /**
     * 告知单。
     *
     * @param expired until when earlier entries were removed after the time that they are kept for; null when none were
     */
    public record Told(
            CaseAsOf found, List<Line> lines, @Nullable String expired) {}

    /**
     * 一行。 What somebody did on a day, however often.
     *
     * @param who role and unit, and the name where the office tells it
     */
    public record Line(String day, String who, String what, String purpose, long times) {}

    private record Key(LocalDate day, String who, String what, String purpose) {}

    /** Makes the report, after putting that on record; for privacy officers only. */
    public Told make(String caseId, Say say) {
        var maker = SignedIn.now().actor();
        if (!maker.is(Role.PRIVACY_OFFICER)) {
            throw Named.roleMayNot();
        }
        var found = cases.find(maker, caseId, Moment.present(clock.instant())).orElseThrow(Named::notFound);
        var lines = lines(caseId, say);
        log.add(maker, caseId, "ACCESS_LOG", "ACCESS_REPORT");
        return new Told(found, lines, expired(say));
    }

    private List<Line> lines(String caseId, Say say) {
        Map<Key, Long> counted = jdbc
                .sql(
                        "select at, actor, roles, unit, what, purpose from access_log where case_id = ? order by at fetch first ? rows only")
                .params(caseId, MOST)
                .query((row, n) -> new Key(
                        row.getObject("at", OffsetDateTime.class)
                                .atZoneSameInstant(zone)
                                .toLocalDate(),
                        who(row.getString("actor"), row.getString("unit"), row.getString("roles"), say),
                        String.valueOf(say.constant("AccessWhat", row.getString("what"))),
                        String.valueOf(say.constant("AccessPurpose", row.getString("purpose")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(key -> key, LinkedHashMap::new, Collectors.counting()));
        return counted.entrySet().stream()
                .map(one -> new Line(
                        String.valueOf(say.day(one.getKey().day())),
                        one.getKey().who(),
                        one.getKey().what(),
                        one.getKey().purpose(),
                        one.getValue()))
                .toList();
    }

    private String who(String actor, @Nullable String unitId, String roles, Say say) {
        var role = say.roles(Arrays.stream(roles.split(",")).sorted().toList());
        var unit = say.unit(unitId);
        var who = unit == null ? role : unit + " · " + role;
        return names ? who + " · " + say.officer(actor) : who;
    }

    private @Nullable String expired(Say say) {
        return jdbc
                .sql("select max(to_at) from access_log_expiry")
                .query((row, n) -> row.getObject(1, OffsetDateTime.class))
                .list()
                .stream()
                .filter(at -> at != null)
                .map(at -> say.day(at.toInstant()))
                .findFirst()
                .orElse(null);
    }
}
