package io.doorstep.query.deadletters;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 搁置。 Decisions to leave a case's letters for good, with reason and name; they outlive a rebuild of the reading side. */
@Component
class Parkings {

    private final JdbcClient jdbc;
    private final Clock clock;

    Parkings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A newer reason takes the place of an older one, which stays on record. */
    void park(String caseId, String reason, String by) {
        lift(caseId, by);
        jdbc.sql("insert into dead_letter_parking (id, case_id, reason, parked_by, parked_at) values (?, ?, ?, ?, ?)")
                .params(UUID.randomUUID().toString(), caseId, reason, by, now())
                .update();
    }

    /** False when there is nothing to take back. */
    boolean lift(String caseId, String by) {
        return jdbc.sql(
                                "update dead_letter_parking set lifted_by = ?, lifted_at = ? where case_id = ? and lifted_at is null")
                        .params(by, now(), caseId)
                        .update()
                > 0;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
