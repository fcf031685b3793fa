package io.doorstep.query.completeness;

import io.doorstep.events.cases.CaseEvent;
import io.doorstep.query.asof.CaseProjection;
import io.doorstep.query.asof.RecordedFact;
import io.doorstep.query.asof.RowComparison;
import io.doorstep.query.asof.RowFault;
import io.doorstep.query.deadletters.DeadLetterTable;
import io.doorstep.web.Traces;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 完整性核对。 Makes the rows of every case anew from the event store and compares them with those that are there; it trusts
 * neither tokens nor counters. Reads one case at a time, whatever their number.
 */
public class CompletenessCheck {

    private static final Logger LOG = LoggerFactory.getLogger(CompletenessCheck.class);
    private static final int PAGE = 200;
    private static final int SHOWN_CASES = 200;
    private static final int SHOWN_ROWS = 20;

    private final JdbcClient jdbc;
    private final EventStorageEngine store;
    private final RowComparison comparison;
    private final LongSupplier readUpTo;
    private final DeadLetterTable letters;
    private final CaseProjection projection;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AtomicReference<@Nullable Completeness> last = new AtomicReference<>();

    public CompletenessCheck(
            JdbcClient jdbc,
            EventStorageEngine store,
            RowComparison comparison,
            LongSupplier readUpTo,
            DeadLetterTable letters,
            CaseProjection projection,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.projection = projection;
        this.transaction = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
        this.store = store;
        this.comparison = comparison;
        this.readUpTo = readUpTo;
        this.letters = letters;
        this.clock = clock;
    }

    /** What the last check on this node found. */
    public Optional<Completeness> last() {
        return Optional.ofNullable(last.get());
    }

    /** Number of faulty cases that the last check found and that are not mended; not a number before the first one. */
    public double faults() {
        var found = last.get();
        return found == null ? Double.NaN : (double) found.faults() - found.healed();
    }

    @Scheduled(cron = "${doorstep.completeness.cron:0 30 3 * * *}", zone = "${doorstep.zone:Asia/Shanghai}")
    void nightly() {
        heal();
    }

    /** Checks every case, and makes the rows of each faulty one anew from its facts; the others are not touched. */
    public Completeness heal() {
        var found = run();
        var healed = found.items().stream().filter(one -> healed(one.caseId())).count();
        var result = new Completeness(
                found.checkedAt(),
                found.cases(),
                found.notYet(),
                found.parked(),
                found.faults(),
                healed,
                found.items());
        if (found.faults() > 0) {
            LOG.warn("{} cases were not as their facts say, {} of them are made anew", found.faults(), healed);
        }
        last.set(result);
        return result;
    }

    private boolean healed(String caseId) {
        try {
            transaction.executeWithoutResult(step -> projection.rebuild(caseId, stored(caseId)));
            return compare(caseId).isEmpty();
        } catch (RuntimeException failure) {
            LOG.warn("the rows of a case could not be made anew: {}", Traces.withoutData(failure));
            return false;
        }
    }

    /** Checks every case; takes as long as a rebuild takes to read the facts. */
    public Completeness run() {
        var tally = new Tally();
        var ids = idsAfter("");
        while (!ids.isEmpty()) {
            ids.forEach(caseId -> check(caseId, tally));
            ids = idsAfter(ids.get(ids.size() - 1));
        }
        var found = new Completeness(
                clock.instant(), tally.cases, tally.notYet, tally.parked, tally.faults, 0, List.copyOf(tally.items));
        last.set(found);
        return found;
    }

    private void check(String caseId, Tally tally) {
        tally.cases++;
        var faults = compare(caseId);
        if (!faults.isEmpty() && lastIndex(caseId) > readUpTo.getAsLong()) {
            tally.notYet++;
            return;
        }
        if (!faults.isEmpty()) {
            // the projection may have moved on between the two looks
            faults = compare(caseId);
        }
        if (faults.isEmpty()) {
            return;
        }
        if (letters.isParked(caseId)) {
            tally.parked++;
        } else {
            tally.fault(caseId, faults);
        }
    }

    private List<RowFault> compare(String caseId) {
        try {
            return comparison.of(caseId, stored(caseId));
        } catch (RuntimeException poison) {
            // a fact that the projection cannot read cannot be read here either; it must not end the check
            return List.of(new RowFault(
                    RowFault.Kind.MISSING, "case_state", poison.getClass().getSimpleName()));
        }
    }

    private List<RecordedFact> stored(String caseId) {
        // what lies in the table, and not what was read of it before
        return store.readEvents(caseId, 0)
                .asStream()
                .map(message -> RecordedFact.of(
                        (CaseEvent) message.getPayload(),
                        message.getSequenceNumber(),
                        message.getTimestamp(),
                        message.getMetaData()))
                .toList();
    }

    private long lastIndex(String caseId) {
        return jdbc.sql("""
                select coalesce(max(global_index), -1) from aggregate_event_entry where aggregate_identifier = ?
                """).param(caseId).query(Long.class).single();
    }

    /** Every case that has facts or rows: a row may be too many as well. */
    private List<String> idsAfter(String caseId) {
        return jdbc.sql("""
                select aggregate_identifier as id from aggregate_event_entry
                 where aggregate_identifier > :after and type like :facts
                union select case_id from fact where case_id > :after
                union select case_id from case_state where case_id > :after
                union select case_id from duty where case_id > :after
                order by 1 limit :page
                """)
                .param("after", caseId)
                .param("facts", CaseEvent.class.getPackageName() + ".%")
                .param("page", PAGE)
                .query(String.class)
                .list();
    }

    /** What has been found so far. */
    private static final class Tally {
        private long cases;
        private long notYet;
        private long parked;
        private long faults;
        private final List<Completeness.FaultyCase> items = new ArrayList<>();

        void fault(String caseId, List<RowFault> rows) {
            faults++;
            if (items.size() < SHOWN_CASES) {
                items.add(new Completeness.FaultyCase(
                        caseId, rows.stream().limit(SHOWN_ROWS).toList()));
            }
        }
    }
}
