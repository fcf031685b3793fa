package io.doorstep.command.backup;

import io.doorstep.backup.OfficeBackup;
import io.doorstep.command.web.Ask;
import io.doorstep.terms.Role;
import io.doorstep.web.Named;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Begins a backup; how it went is told by {@code GET /api/backups}. */
@RestController
class BackupEndpoint {

    private final OfficeBackup backup;

    BackupEndpoint(OfficeBackup backup) {
        this.backup = backup;
    }

    record Begun(boolean running) {}

    @PostMapping("/api/backups")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Begun begin(Ask ask) {
        if (!ask.actor().is(Role.ADMINISTRATOR)) {
            throw Named.roleMayNot();
        }
        return switch (backup.begin(ask.actor().id())) {
            case BEGUN -> new Begun(true);
            case RUNNING_ALREADY -> throw new Named(HttpStatus.CONFLICT, "BACKUP_IS_RUNNING");
            case NOT_SET -> throw new Named(HttpStatus.CONFLICT, "BACKUP_NOT_SET");
        };
    }
}
