package io.doorstep.query.operations;

import io.doorstep.nodes.RunningNode;
import io.doorstep.query.asof.Watermark.SegmentMark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 建议。 One thing that is not well; what it means and what to do stands in the messages under {@code operations.advice.<code>}.
 *
 * @param number how much of it: nodes, cases, seconds, percent
 * @param at anchor of the part of the page that tells more
 */
record Advice(Code code, long number, String at) {

    /** 不妥之处。 In the order of gravity. */
    enum Code {
        LEDGER_FINDINGS,
        COUNTIES_STOPPED,
        DISK_LOW,
        NEWER_FACTS,
        READER_STOPPED,
        SEGMENT_UNCLAIMED,
        LAG,
        COMPLETENESS_FAULTS,
        DEAD_LETTERS,
        NODE_SILENT,
        CLOCK_OFF,
        OUTBOX_PARKED,
        CHECKPOINTS_PARKED,
        CHECK_OVERDUE,
        BACKUP_FAILED,
        BACKUP_OVERDUE,
        NO_BACKUP,
        VERSIONS_DIFFER
    }

    private static final int LAG_SECONDS = 60;
    private static final int DISK_PERCENT = 10;
    private static final Duration CHECK_WITHIN = Duration.ofDays(3);
    private static final Duration BACKUP_WITHIN = Duration.ofDays(2);

    static List<Advice> on(
            Instant now,
            List<RunningNode> nodes,
            List<Operations.Reader> readers,
            long undecided,
            Map<String, Map<String, Long>> outbox,
            long checkpointsParked,
            Operations.Ledger ledger,
            Operations.Backups backups,
            Operations.@Nullable Checked completeness,
            Operations.Store store,
            long countiesStopped,
            boolean metNewer) {
        var all = new ArrayList<Advice>();
        add(all, Code.LEDGER_FINDINGS, ledger.findings() == null ? 0 : ledger.findings(), "ledger");
        add(all, Code.COUNTIES_STOPPED, countiesStopped, "ledger");
        var percent = store.diskTotal() == 0 ? 100 : store.diskFree() * 100 / store.diskTotal();
        add(all, Code.DISK_LOW, percent < DISK_PERCENT ? Math.max(1, percent) : 0, "store");
        add(all, Code.NEWER_FACTS, metNewer ? 1 : 0, "nodes");
        add(
                all,
                Code.READER_STOPPED,
                readers.stream().filter(one -> !one.runsHere()).count(),
                "readers");
        var unclaimed = readers.stream()
                .flatMap(one -> one.segments().stream())
                .map(SegmentMark::owner)
                .filter(owner -> owner == null)
                .count();
        add(all, Code.SEGMENT_UNCLAIMED, unclaimed, "readers");
        var lag = readers.stream()
                .mapToDouble(Operations.Reader::lagSeconds)
                .max()
                .orElse(0);
        add(all, Code.LAG, lag > LAG_SECONDS ? Math.round(lag) : 0, "readers");
        add(all, Code.COMPLETENESS_FAULTS, completeness == null ? 0 : completeness.open(), "completeness");
        add(all, Code.DEAD_LETTERS, undecided, "letters");
        add(all, Code.NODE_SILENT, nodes.stream().filter(node -> !node.alive()).count(), "nodes");
        add(all, Code.CLOCK_OFF, nodes.stream().filter(RunningNode::clockIsOff).count(), "nodes");
        var parked = outbox.values().stream()
                .mapToLong(states -> states.getOrDefault("PARKED", 0L))
                .sum();
        add(all, Code.OUTBOX_PARKED, parked, "outbox");
        add(all, Code.CHECKPOINTS_PARKED, checkpointsParked, "ledger");
        var overdue = ledger.checkedAt() != null
                && ledger.checkedAt().plus(CHECK_WITHIN).isBefore(now);
        add(
                all,
                Code.CHECK_OVERDUE,
                overdue ? Duration.between(ledger.checkedAt(), now).toDays() : 0,
                "ledger");
        add(all, Code.BACKUP_FAILED, backups.failure() == null ? 0 : 1, "backups");
        var age = backups.goodAt() == null ? Duration.ZERO : Duration.between(backups.goodAt(), now);
        add(all, Code.BACKUP_OVERDUE, age.compareTo(BACKUP_WITHIN) > 0 ? age.toDays() : 0, "backups");
        add(all, Code.NO_BACKUP, backups.areNone() ? 1 : 0, "backups");
        var versions = nodes.stream()
                .filter(RunningNode::alive)
                .map(RunningNode::version)
                .distinct()
                .count();
        add(all, Code.VERSIONS_DIFFER, versions > 1 ? versions : 0, "nodes");
        return List.copyOf(all);
    }

    private static void add(List<Advice> all, Code code, long number, String at) {
        if (number > 0) {
            all.add(new Advice(code, number, at));
        }
    }
}
