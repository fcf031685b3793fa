package io.doorstep.query.asof;

import io.doorstep.events.cases.CaseEvent;
import io.doorstep.identity.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 事实流。 The facts of cases in the order of the ledger, as far as a viewer may know of their cases now. Only what is chained is told, and
 * nothing behind a fact that the reading side has not read: so nothing can appear later before what was told.
 */
public final class FactFeed {

    /** Positions of the ledger that are looked through in one question; there is no end to how many are. */
    private static final int STRETCH = 2000;

    private final JdbcClient jdbc;
    private final FactTable facts;
    private final CaseStates states;

    public FactFeed(JdbcClient jdbc, FactTable facts, CaseStates states) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.states = states;
    }

    /**
     * 流中事实。 A fact of the feed.
     *
     * @param position place in the ledger; nobody's business outside, for gaps tell of cases that he may not know of
     * @param id of the fact
     */
    public record Fed(long position, String id, RecordedFact recorded) {}

    /**
     * 一段。 Some facts, in order.
     *
     * @param through the position up to which there is nothing more for the viewer
     */
    public record Stretch(List<Fed> facts, long through) {}

    /** Position of the last fact that is chained; -1 before the first. */
    public long head() {
        return jdbc.sql("select coalesce(max(position), -1) from fact_ledger")
                .query(Long.class)
                .single();
    }

    /** The beginning of the link of the chain at a position, by which another ledger is told from this one. */
    public Optional<byte[]> link(long position, int bytes) {
        return position < 0
                ? Optional.of(new byte[bytes])
                : jdbc.sql("select chain from fact_ledger where position = ?")
                        .param(position)
                        .query((row, n) -> Arrays.copyOf(row.getBytes(1), bytes))
                        .optional();
    }

    /** The next facts after a position; refuses somebody whose roles need no case. */
    public Stretch after(Actor viewer, long position, int most, Instant now) {
        var mayKnow = states.seenBy(viewer, Moment.present(now), CaseFilter.ALL);
        var head = head();
        var through = position;
        var found = new ArrayList<Fed>();
        while (through < head && found.size() < most) {
            var end = Math.min(head, through + STRETCH);
            var read = unread(through, end).map(first -> first - 1).orElse(end);
            found.addAll(known(mayKnow, through, read, most - found.size()));
            through = found.size() == most ? found.get(most - 1).position() : read;
            if (read < end) {
                break;
            }
        }
        return new Stretch(found, through);
    }

    /** The first fact of a case in a stretch that the reading side has not read: who may know of it is not known yet. */
    private Optional<Long> unread(long after, long through) {
        return jdbc.sql("""
                select l.position
                  from fact_ledger l
                  join aggregate_event_entry e on e.global_index = l.global_index
                  left join fact f
                    on f.case_id = e.aggregate_identifier and f.sequence = e.aggregate_sequence_number
                 where l.position > :after and l.position <= :through and e.type like :facts and f.case_id is null
                 order by l.position fetch first 1 rows only
                """)
                .param("after", after)
                .param("through", through)
                .param("facts", CaseEvent.class.getPackageName() + ".%")
                .query(Long.class)
                .optional();
    }

    private List<Fed> known(Fragment mayKnow, long after, long through, int most) {
        return jdbc.sql("""
                select l.position, e.identifier, f.*
                  from fact_ledger l
                  join aggregate_event_entry e on e.global_index = l.global_index
                  join fact f on f.case_id = e.aggregate_identifier and f.sequence = e.aggregate_sequence_number
                 where l.position > :after and l.position <= :through
                   and exists (select 1 %s and s.case_id = f.case_id)
                 order by l.position fetch first %d rows only
                """.formatted(mayKnow.sql(), most))
                .params(mayKnow.parameters())
                .param("after", after)
                .param("through", through)
                .query((row, n) -> new Fed(row.getLong("position"), row.getString("identifier"), facts.read(row)))
                .list();
    }
}
