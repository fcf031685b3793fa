package io.doorstep.query.backup;

import io.doorstep.backup.BackupRuns;
import io.doorstep.backup.BackupRuns.Run;
import io.doorstep.backup.OfficeBackup;
import io.doorstep.identity.SignedIn;
import io.doorstep.terms.Role;
import io.doorstep.web.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For who keeps the machine, and for who audits that somebody does. */
@RestController
class BackupPage {

    private static final int SHOWN = 100;

    private final BackupRuns runs;
    private final OfficeBackup backup;

    BackupPage(BackupRuns runs, OfficeBackup backup) {
        this.runs = runs;
        this.backup = backup;
    }

    /**
     * 备份概况。 The runs, newest first.
     *
     * @param set whether a folder is set on this node
     * @param lastGood null before the first that ended well
     */
    record Backups(boolean set, @Nullable Run lastGood, List<Run> items) {}

    @GetMapping("/api/backups")
    Backups backups() {
        if (!SignedIn.now().actor().is(Role.ADMINISTRATOR, Role.AUDITOR)) {
            throw Named.roleMayNot();
        }
        return new Backups(backup.isSet(), runs.lastGood().orElse(null), runs.latest(SHOWN));
    }
}
