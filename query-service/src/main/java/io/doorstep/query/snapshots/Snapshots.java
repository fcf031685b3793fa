package io.doorstep.query.snapshots;

import io.doorstep.digest.Sha256;
import io.doorstep.identity.Actor;
import io.doorstep.proof.kept.FactLedger;
import io.doorstep.proof.kept.LedgerKeys;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.freeze.Freezable;
import io.doorstep.query.freeze.Frozen;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 定格。 Publishes lists and figures as they are, and says every night what has to be corrected. */
@Component
class Snapshots {

    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
    private static final int BATCH = 1000;

    private final Map<String, Freezable> lists;
    private final SnapshotTable table;
    private final Restating restating;
    private final FactLedger ledger;
    private final LedgerKeys keys;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Snapshots(
            List<Freezable> lists,
            SnapshotTable table,
            Restating restating,
            FactLedger ledger,
            LedgerKeys keys,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.lists = lists.stream().collect(Collectors.toMap(Freezable::name, Function.identity()));
        this.table = table;
        this.restating = restating;
        this.ledger = ledger;
        this.keys = keys;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** A snapshot that is not made yet: what it would hold. */
    record Draft(
            Freezable list,
            SnapshotQuestion question,
            String definitions,
            Instant at,
            Instant knownAt,
            Frozen content) {}

    /**
     * What would be published.
     *
     * @param query as the interface for programs is asked, with {@code at} and {@code knownAt} or without
     */
    Draft draft(Actor maker, String list, String query) {
        var asked = Optional.ofNullable(lists.get(list))
                .orElseThrow(() -> new Malformed(FieldProblem.of(
                        "list",
                        "UNKNOWN_CONSTANT",
                        String.join(", ", lists.keySet().stream().sorted().toList()))));
        var now = clock.instant();
        var parameters = SnapshotQuestion.parameters(query);
        var moment = Moment.parse(parameters.getFirst("at"), parameters.getFirst("knownAt"), now);
        if (moment.now().isAfter(now)) {
            throw new Malformed(FieldProblem.of("at", "NOT_YET"));
        }
        var at = moment.now().truncatedTo(ChronoUnit.MICROS);
        var latest = restating.knownNow();
        var knownAt = moment.knownAt() == null || moment.knownAt().isAfter(latest) ? latest : moment.knownAt();
        var question = SnapshotQuestion.read(query);
        var definitions = asked.definitions(question.of(at, knownAt));
        var counted = question.by(definitions);
        return new Draft(asked, counted, definitions, at, knownAt, asked.freeze(maker, counted.of(at, knownAt)));
    }

    Snapshot publish(Actor maker, String title, String list, String query) {
        var draft = draft(maker, list, query);
        return add(
                new Frame(null, list, title, draft.question.text(), draft.definitions, draft.at, draft.knownAt, maker),
                draft.content.bytes());
    }

    /** Says what has to be said of a snapshot since; empty when all has been said. */
    Optional<Snapshot> restate(Snapshot published) {
        var known = restating.knownNow();
        var restated = compare(published, known);
        return transaction.execute(step -> {
            FactLedger.waitForTurn(jdbc);
            return restated.saysNoMoreThan(lastSaidOf(published))
                    ? Optional.<Snapshot>empty()
                    : Optional.of(add(
                            new Frame(
                                    published.number(),
                                    published.list(),
                                    published.title(),
                                    published.question(),
                                    published.definitions(),
                                    published.at(),
                                    known,
                                    Actor.CLOCK),
                            restated.bytes()));
        });
    }

    private Restated lastSaidOf(Snapshot published) {
        var said = table.restatements(published.number());
        return said.isEmpty()
                ? Restated.NOTHING
                : Restated.read(table.content(said.get(said.size() - 1).number()));
    }

    @Scheduled(cron = "${doorstep.snapshots.cron:0 0 2 * * *}", zone = "${doorstep.zone:Asia/Shanghai}")
    void everyNight() {
        for (var one : table.published()) {
            try {
                restate(one);
            } catch (RuntimeException failure) {
                // one that cannot be asked again keeps none of the others from being corrected
                LOG.warn(
                        "snapshot {} could not be compared: {}",
                        one.number(),
                        failure.getClass().getName());
            }
        }
    }

    private Restated compare(Snapshot published, Instant known) {
        var list = Optional.ofNullable(lists.get(published.list())).orElseThrow();
        return restating.of(published, Frozen.read(table.content(published.number())), list, known);
    }

    /** Whether content, signature and chain are as they were when it was made. */
    boolean isGenuine(Snapshot snapshot) {
        var before = snapshot.number() == 1
                ? Optional.of("")
                : table.find(snapshot.number() - 1).map(one -> Sha256.hex(one.words()));
        return snapshot.hash().equals(Sha256.hex(table.content(snapshot.number())))
                && before.filter(snapshot.previous()::equals).isPresent()
                && keys.known().stream()
                        .filter(key -> key.id().equals(snapshot.keyId()))
                        .anyMatch(key -> key.signed(snapshot.words(), bytes(snapshot.signature())));
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException tampered) {
            return new byte[0];
        }
    }

    private record Frame(
            @Nullable Long restates,
            String list,
            String title,
            String question,
            String definitions,
            Instant at,
            Instant knownAt,
            Actor maker) {}

    private Snapshot add(Frame frame, byte[] content) {
        ledger.chainAll(BATCH);
        var made = transaction.execute(step -> {
            FactLedger.waitForTurn(jdbc);
            var last = table.last();
            var head = ledger.head();
            var key = keys.signing();
            var snapshot = new Snapshot(
                    last.map(Snapshot::number).orElse(0L) + 1,
                    frame.restates,
                    frame.list,
                    frame.title,
                    frame.question,
                    frame.definitions,
                    frame.at,
                    frame.knownAt,
                    frame.maker,
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    head.size(),
                    HexFormat.of().formatHex(ledger.tree().root(head.size())),
                    Sha256.hex(content),
                    last.map(one -> Sha256.hex(one.words())).orElse(""),
                    key.id(),
                    "");
            var signed = snapshot.signed(key.id(), Base64.getEncoder().encodeToString(key.sign(snapshot.words())));
            table.add(signed, content);
            return signed;
        });
        if (made == null) {
            throw new IllegalStateException("nothing was published");
        }
        return made;
    }
}
