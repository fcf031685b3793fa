package io.doorstep.wiring;

import io.doorstep.backup.Backup;
import io.doorstep.backup.Backup.Places;
import io.doorstep.backup.BackupHealth;
import io.doorstep.backup.BackupRuns;
import io.doorstep.backup.OfficeBackup;
import io.doorstep.backup.Shelf;
import io.doorstep.nodes.NodeName;
import io.doorstep.proof.kept.FactLedger;
import io.doorstep.store.AppendOrder;
import io.doorstep.wiring.StoreWiring.FactTables;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Backups of the running office. */
@Configuration
class BackupWiring {

    @Bean
    BackupRuns backupRuns(JdbcClient jdbc, Clock clock, FactTables tables, MeterRegistry meters, NodeName node) {
        var runs = new BackupRuns(jdbc, node.value(), clock);
        Gauge.builder("doorstep.backup.age.seconds", runs, BackupRuns::age)
                .description("age of the last good backup; not a number before the first")
                .register(meters);
        Gauge.builder("doorstep.backup.failing", runs, BackupRuns::failing)
                .description("1 when the last backup failed")
                .register(meters);
        return runs;
    }

    @Bean
    OfficeBackup officeBackup(
            DataSource database,
            BackupRuns runs,
            FactLedger ledger,
            Clock clock,
            Environment settings,
            @Value("${doorstep.version:}") String version,
            @Value("${doorstep.store.append-order:lock}") String order,
            @Value("${doorstep.backup.keep:30}") int keep,
            @Value("${doorstep.backup.keep-keys-for:7d}") Duration keepKeysFor) {
        return new OfficeBackup(
                new Backup(database, version, AppendOrder.valueOf(order.toUpperCase(Locale.ROOT))),
                places(settings),
                new Shelf(keep, keepKeysFor),
                runs,
                ledger,
                clock);
    }

    @Bean
    BackupHealth backupHealth(OfficeBackup backup, BackupRuns runs) {
        return new BackupHealth(backup, runs);
    }

    private static Optional<Places> places(Environment settings) {
        var folder = settings.getProperty("doorstep.backup.folder", "");
        if (folder.isBlank()) {
            return Optional.empty();
        }
        var keys = settings.getProperty("doorstep.backup.keys-folder", "");
        var recipients = words(settings.getProperty("doorstep.backup.recipients", ""));
        var ofKeys = words(settings.getProperty("doorstep.backup.keys-recipients", ""));
        return Optional.of(new Places(
                Path.of(folder),
                keys.isBlank() ? Path.of(folder, "keys") : Path.of(keys),
                recipients,
                ofKeys.isEmpty() ? recipients : ofKeys));
    }

    private static List<String> words(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
