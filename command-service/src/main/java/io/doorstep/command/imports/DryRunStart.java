package io.doorstep.command.imports;

import io.doorstep.identity.Actor;
import io.doorstep.ledger.kept.KeptMappings;
import io.doorstep.web.Named;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 正式导入。 Begins the import that a dry run rehearsed, with the file that was kept for it; there is one of each. */
@Component
class DryRunStart {

    private final ImportRegister register;
    private final ImportFile files;
    private final KeptMappings mappings;
    private final TransactionTemplate transaction;

    DryRunStart(
            ImportRegister register, ImportFile files, KeptMappings mappings, PlatformTransactionManager transactions) {
        this.register = register;
        this.files = files;
        this.mappings = mappings;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The id of the import; asked again, of the one that was begun. */
    String begin(String dryRunId, Actor requester) {
        var dryRun = register.find(dryRunId).orElseThrow(Named::notFound);
        if (!dryRun.dryRun()) {
            throw new Named(HttpStatus.CONFLICT, "NOT_A_DRY_RUN");
        }
        if (!dryRun.state().equals("DONE")) {
            throw new Named(HttpStatus.CONFLICT, "DRY_RUN_NOT_DONE");
        }
        var importId = UUID.nameUUIDFromBytes(("start:" + dryRunId).getBytes(StandardCharsets.UTF_8))
                .toString();
        transaction.executeWithoutResult(step -> {
            if (register.start(dryRunId, importId)) {
                register.queue(importId, dryRun.source(), dryRun.contentHash(), requester, false);
                files.keep(importId, files.mapping(dryRunId), files.file(dryRunId));
                mappings.copy(dryRunId, importId);
                files.destroy(dryRunId);
            } else if (register.find(importId).isEmpty()) {
                throw new Named(HttpStatus.GONE, "LEDGER_NO_LONGER_KEPT");
            }
        });
        return importId;
    }
}
