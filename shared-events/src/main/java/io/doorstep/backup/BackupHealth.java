package io.doorstep.backup;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** 备份状况。 Tells of the last backup; a failed one does not make the office ill, since starting it anew would not mend it. */
public final class BackupHealth implements HealthIndicator {

    private final OfficeBackup backup;
    private final BackupRuns runs;

    public BackupHealth(OfficeBackup backup, BackupRuns runs) {
        this.backup = backup;
        this.runs = runs;
    }

    @Override
    public Health health() {
        var health = Health.up().withDetail("set", backup.isSet());
        runs.latest(1)
                .forEach(last -> health.withDetail("last.state", last.state()).withDetail("last.at", last.begunAt()));
        runs.lastGood()
                .ifPresent(good -> health.withDetail("good.at", good.begunAt())
                        .withDetail("good.name", String.valueOf(good.name())));
        return health.build();
    }
}
