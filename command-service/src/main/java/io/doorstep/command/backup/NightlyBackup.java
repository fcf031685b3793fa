package io.doorstep.command.backup;

import io.doorstep.backup.OfficeBackup;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** 每夜备份。 Every node tries, one of them does it. */
@Component
class NightlyBackup {

    private final OfficeBackup backup;

    NightlyBackup(OfficeBackup backup) {
        this.backup = backup;
    }

    @Scheduled(cron = "${doorstep.backup.cron:0 30 1 * * *}", zone = "${doorstep.zone:Asia/Shanghai}")
    void scheduled() {
        backup.nightly();
    }
}
