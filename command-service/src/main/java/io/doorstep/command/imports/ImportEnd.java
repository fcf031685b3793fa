package io.doorstep.command.imports;

import io.doorstep.ledger.kept.FailedRows;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 导入结束。 Ends an import, and later what is left of it: the file goes at once, unless it was a dry run that an import can
 * be started from; the failed rows, and that file, are kept for some days.
 */
@Component
class ImportEnd {

    private final ImportRegister register;
    private final ImportFile files;
    private final FailedRows failedRows;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Duration keptFor;

    ImportEnd(
            ImportRegister register,
            ImportFile files,
            FailedRows failedRows,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${doorstep.imports.keep-for:14d}") Duration keptFor) {
        this.register = register;
        this.files = files;
        this.failedRows = failedRows;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.keptFor = keptFor;
    }

    /** Ends it; {@code failure} says why before its last row. */
    void of(ImportClaim claim, String owner, @Nullable String failure) {
        var id = claim.importId();
        transaction.executeWithoutResult(step -> {
            register.finish(id, owner, failure, clock.instant().plus(keptFor));
            if (!claim.dryRun() || failure != null) {
                files.destroy(id);
            }
            if (!register.hasFailedRows(id)) {
                failedRows.destroy(id);
            }
        });
    }

    /** Destroys what was kept long enough. */
    void expired() {
        register.expired()
                .forEach(id -> transaction.executeWithoutResult(step -> {
                    files.destroy(id);
                    failedRows.destroy(id);
                    register.nothingKept(id);
                }));
    }
}
