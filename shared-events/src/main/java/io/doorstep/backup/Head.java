package io.doorstep.backup;

import io.doorstep.store.AppendOrder;
import java.time.Instant;
import java.util.List;

/**
 * 备份之首。 What an archive says of itself before its tables.
 *
 * @param format of the archive; see docs/backup.md
 * @param doorstep version of the product that made it
 * @param schema version of the tables, as Flyway counts them
 * @param database it was read from
 * @param order in which its facts were appended: side by side, one that waits may stand before others in the ledger
 * @param at moment of which it is
 * @param tables in the order in which they are written and loaded
 */
record Head(
        int format,
        Part part,
        String doorstep,
        String schema,
        String database,
        AppendOrder order,
        Instant at,
        List<Contents> tables) {

    static final int FORMAT = 1;
    static final String FILE = "head.json";

    /**
     * 表之所含。 What is written of a table.
     *
     * @param next what its counting column goes on with; 0 when none counts
     */
    record Contents(String table, List<String> columns, long next) {}
}
