package io.doorstep.query.operations;

import io.doorstep.backup.BackupRuns;
import io.doorstep.backup.OfficeBackup;
import io.doorstep.nodes.RunningNode;
import io.doorstep.query.asof.Watermark.SegmentMark;
import io.doorstep.query.deadletters.DeadLetterEntry;
import io.doorstep.query.editions.EditionWatch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 运行全貌。 How the product is doing, as one node sees it; ids, counts and times only.
 *
 * @param at by the clock of the database
 * @param node which one answers
 * @param upSince of this node
 * @param advice what is not well, the gravest first; empty when nobody need do anything
 * @param outbox messages on their way by carrier and state
 */
record Operations(
        Instant at,
        String node,
        String version,
        Instant upSince,
        List<Advice> advice,
        List<RunningNode> nodes,
        List<Reader> readers,
        EditionWatch.All editions,
        List<DeadLetterEntry> deadLetters,
        List<RunningImport> imports,
        Map<String, Map<String, Long>> outbox,
        long checkpointsParked,
        Ledger ledger,
        Backups backups,
        @Nullable Checked completeness,
        Store store) {

    /**
     * 读取进度。 How far the lists are behind the facts.
     *
     * @param lagSeconds age of the oldest fact that is not read for certain
     */
    record Reader(String group, long lagEvents, double lagSeconds, boolean runsHere, List<SegmentMark> segments) {}

    /** 导入中。 A ledger that is being worked on, or waits for it. */
    record RunningImport(
            String id,
            String state,
            long rowsRead,
            @Nullable Long rowsTotal,
            Instant requestedAt) {}

    /**
     * 存证账概况。
     *
     * @param size facts in it
     * @param findings of the last check; null before the first
     */
    record Ledger(
            long size,
            @Nullable Instant checkpointAt,
            @Nullable Instant checkedAt,
            @Nullable Long findings) {}

    /**
     * 备份概况。
     *
     * @param set whether a folder is set on this node
     * @param goodAt moment of the last one that ended well; null before the first
     * @param bytes of both its archives
     * @param failure code of the last one that ended, such as NOT_WRITTEN; null when it went well
     */
    record Backups(
            boolean set,
            boolean running,
            @Nullable Instant goodAt,
            @Nullable String name,
            @Nullable Long bytes,
            @Nullable String failure) {
        /** Whether nobody makes any: neither is a folder set here, nor has another node ever made one. */
        boolean areNone() {
            return !set && goodAt == null && failure == null && !running;
        }

        static Backups of(OfficeBackup office, BackupRuns runs) {
            var latest = runs.latest(2);
            var good = runs.lastGood();
            return new Backups(
                    office.isSet(),
                    latest.stream().anyMatch(run -> run.state() == BackupRuns.State.RUNNING),
                    good.map(BackupRuns.Run::begunAt).orElse(null),
                    good.map(BackupRuns.Run::name).orElse(null),
                    good.map(Backups::bytes).orElse(null),
                    latest.stream()
                            .filter(run -> run.state() != BackupRuns.State.RUNNING)
                            .findFirst()
                            .map(BackupRuns.Run::failure)
                            .orElse(null));
        }

        private static long bytes(BackupRuns.Run run) {
            return (run.factsBytes() == null ? 0 : run.factsBytes()) + (run.keysBytes() == null ? 0 : run.keysBytes());
        }
    }

    /** 核对概况。 The last check of completeness on this node. */
    record Checked(Instant at, long cases, long faults, long healed, long parked) {
        public long open() {
            return faults - healed;
        }
    }

    /**
     * 存储。
     *
     * @param bytes of the table of facts with its indexes, or of the embedded file
     * @param diskFree of the disk that the data folder of this node lies on, in bytes
     */
    record Store(String database, long facts, long bytes, String folder, long diskFree, long diskTotal) {}
}
