package io.doorstep.query.operations;

import io.doorstep.backup.BackupRuns;
import io.doorstep.backup.OfficeBackup;
import io.doorstep.federation.upper.Standing;
import io.doorstep.identity.SignedIn;
import io.doorstep.nodes.Nodes;
import io.doorstep.nodes.RunningNode;
import io.doorstep.proof.kept.CheckBook;
import io.doorstep.proof.kept.CheckpointPost;
import io.doorstep.proof.kept.Checkpoints;
import io.doorstep.proof.kept.FactLedger;
import io.doorstep.query.asof.Watermark;
import io.doorstep.query.completeness.CompletenessCheck;
import io.doorstep.query.deadletters.DeadLetterTable;
import io.doorstep.query.editions.EditionWatch;
import io.doorstep.query.editions.Editions;
import io.doorstep.query.operations.Operations.Checked;
import io.doorstep.query.operations.Operations.Ledger;
import io.doorstep.query.operations.Operations.Reader;
import io.doorstep.query.operations.Operations.RunningImport;
import io.doorstep.query.operations.Operations.Store;
import io.doorstep.reminders.Outbox;
import io.doorstep.store.FactStorage;
import io.doorstep.store.StoreSize;
import io.doorstep.terms.Role;
import io.doorstep.web.Named;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 值守。 Gathers how all parts are doing, each asked when somebody looks. */
public final class Watch {

    private final Editions editions;
    private final EditionWatch beside;
    private final ReadingHealth health;
    private final Watermark watermark;
    private final DeadLetterTable letters;
    private final CompletenessCheck check;
    private final Nodes nodes;
    private final StoreSize store;
    private final EventStorageEngine facts;
    private final Proof proof;
    private final Kept backups;
    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final String version;
    private final Clock clock;

    /** What is known of the ledger of facts. */
    public record Proof(
            FactLedger ledger, Checkpoints checkpoints, CheckBook book, CheckpointPost post, Standing standing) {}

    /** What is known of backups. */
    public record Kept(OfficeBackup office, BackupRuns runs) {}

    public Watch(
            Editions editions,
            EditionWatch beside,
            ReadingHealth health,
            Watermark watermark,
            DeadLetterTable letters,
            CompletenessCheck check,
            Nodes nodes,
            StoreSize store,
            EventStorageEngine facts,
            Proof proof,
            Kept backups,
            Outbox outbox,
            JdbcClient jdbc,
            String version,
            Clock clock) {
        this.editions = editions;
        this.beside = beside;
        this.health = health;
        this.watermark = watermark;
        this.letters = letters;
        this.check = check;
        this.nodes = nodes;
        this.store = store;
        this.facts = facts;
        this.proof = proof;
        this.backups = backups;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.version = version;
        this.clock = clock;
    }

    /** Whoever asks has to be an administrator. */
    static void administratorOr403() {
        if (!SignedIn.now().actor().is(Role.ADMINISTRATOR)) {
            throw Named.roleMayNot();
        }
    }

    Operations now() {
        var now = clock.instant();
        var all = nodes.all();
        var serving = editions.serving().group();
        var readers = List.of(reader(serving));
        var messages = messages();
        var parked = proof.post().parked();
        var ledger = ledger();
        var kept = Operations.Backups.of(backups.office(), backups.runs());
        var completeness = check.last()
                .map(one -> new Checked(one.checkedAt(), one.cases(), one.faults(), one.healed(), one.parked()))
                .orElse(null);
        var stored = new Store(
                store.engine().name(),
                store.facts(),
                store.bytes(),
                store.folder().toString(),
                store.diskFree(),
                store.diskTotal());
        var undecided = letters.undecided(serving);
        return new Operations(
                now,
                nodes.own().value(),
                version,
                all.stream()
                        .filter(node -> node.name().equals(nodes.own().value()))
                        .map(RunningNode::startedAt)
                        .findFirst()
                        .orElse(now),
                Advice.on(
                        now,
                        all,
                        readers,
                        undecided,
                        messages,
                        parked,
                        ledger,
                        kept,
                        completeness,
                        stored,
                        proof.standing().stopped(),
                        FactStorage.metNewer(facts)),
                all,
                readers,
                beside.all(),
                letters.heads(),
                imports(),
                messages,
                parked,
                ledger,
                kept,
                completeness,
                stored);
    }

    private Reader reader(String group) {
        return new Reader(
                group,
                watermark.lagInEvents(group),
                watermark.lag(group).toMillis() / 1000.0,
                health.runs(group),
                watermark.segments(group));
    }

    private Ledger ledger() {
        var checked = proof.book().last();
        return new Ledger(
                proof.ledger().head().size(),
                proof.checkpoints().last().map(one -> one.checkpoint().at()).orElse(null),
                checked.map(CheckBook.Check::endedAt).orElse(null),
                checked.map(CheckBook.Check::found).orElse(null));
    }

    private Map<String, Map<String, Long>> messages() {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        outbox.counts().forEach((carrier, states) -> {
            Map<String, Long> byState = new TreeMap<>();
            states.forEach((state, count) -> byState.put(state.name(), count));
            counts.put(carrier.name(), byState);
        });
        return counts;
    }

    private List<RunningImport> imports() {
        return jdbc.sql("select import_id, state, rows_read, rows_total, requested_at from ledger_import"
                        + " where state in ('QUEUED', 'RUNNING') order by requested_at")
                .query((row, n) -> new RunningImport(
                        row.getString("import_id"),
                        row.getString("state"),
                        row.getLong("rows_read"),
                        row.getObject("rows_total", Long.class),
                        row.getObject("requested_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
