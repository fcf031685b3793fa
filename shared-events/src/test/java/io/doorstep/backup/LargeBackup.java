package io.doorstep.backup;

import io.doorstep.backup.Backup.Places;
import io.doorstep.backup.Restore.Archives;
import io.doorstep.proof.kept.Recorded;
import io.doorstep.store.AppendOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** 量一量。 Fills a database, backs it up, restores it and says how long each took; ends with 0 when the roots are equal. */
final class LargeBackup {

    private static final int BATCH = 5000;

    private LargeBackup() {}

    public static void main(String[] words) throws Exception {
        var from = database(words[0]);
        var to = database(words[1]);
        var folder = Path.of(words[2]);
        var facts = Integer.parseInt(words[3]);
        var recorded = Recorded.in(pooled(words[0]));
        for (var written = 0; written < facts; written += BATCH) {
            recorded.facts(Math.min(BATCH, facts - written));
        }
        recorded.ledger.chainAll(1000);
        recorded.checkpoints.make();

        var pair = Age.newPair();
        var recipients = List.of(pair.recipient());
        var begun = System.nanoTime();
        var taken = new Backup(from, "test", AppendOrder.LOCK)
                .take(new Places(folder, folder, recipients, recipients), Filled.NOW, rows -> {});
        say("backup", facts, begun, taken.factsBytes());
        var identity = Files.writeString(folder.resolve("identity-" + taken.name()), pair.identity());
        begun = System.nanoTime();
        var restored = new Restore(to, Clock.systemUTC(), table -> {})
                .from(new Archives(taken.facts(), Optional.of(taken.keys()), identity, Optional.empty()));
        say("restore", facts, begun, taken.factsBytes());
        System.exit(restored.whole() && restored.size() == facts ? 0 : 1);
    }

    private static DataSource database(String url) {
        var h2 = url.startsWith("jdbc:h2");
        return new DriverManagerDataSource(url, h2 ? "sa" : "postgres", h2 ? "" : "postgres");
    }

    private static DataSource pooled(String url) {
        var pool = new com.zaxxer.hikari.HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(url.startsWith("jdbc:h2") ? "sa" : "postgres");
        pool.setPassword(url.startsWith("jdbc:h2") ? "" : "postgres");
        return pool;
    }

    private static void say(String what, int facts, long begun, long bytes) {
        var runtime = Runtime.getRuntime();
        System.out.printf(
                "%s: %d facts, %d ms, %d MB archive, %d MB heap in use%n",
                what,
                facts,
                (System.nanoTime() - begun) / 1_000_000,
                bytes >> 20,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }
}
