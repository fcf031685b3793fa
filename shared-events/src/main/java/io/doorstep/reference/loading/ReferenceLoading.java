package io.doorstep.reference.loading;

import io.doorstep.ledger.LedgerReader;
import io.doorstep.reference.Entry;
import io.doorstep.reference.ReferenceData;
import io.doorstep.reference.ReferenceTable;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 导入基础数据。 Takes in a table of places, units, categories or officers (.xlsx or CSV, headings English or Chinese).
 *
 * <p>All rows or none. Loading the same table again changes nothing. Where an entry's content changed, the version
 * known so far ends and a new one begins: on the row's own first day, else on the given one, else today; an entry that
 * was not known before then holds for as long as anybody can ask. What a table leaves out stays as it is: an entry ends
 * by its {@code validTo}.
 */
public final class ReferenceLoading {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final ReferenceData data;
    private final Clock clock;

    /** @param clock tells today, in the zone of the office */
    public ReferenceLoading(
            DataSource database, PlatformTransactionManager transactions, ReferenceData data, Clock clock) {
        this.jdbc = new JdbcTemplate(database);
        this.transaction = new TransactionTemplate(transactions);
        this.data = data;
        this.clock = clock;
    }

    /**
     * Loads one table.
     *
     * @param validFrom first day of what is new or changed, where its row states none
     * @throws RefusedLoad when any row is wrong; nothing has changed then
     * @throws io.doorstep.ledger.UnreadableLedger when the file is no table
     */
    public LoadReport load(ReferenceKind kind, InputStream file, @Nullable LocalDate validFrom) {
        var report = switch (kind) {
            case PLACE -> load(new PlaceForm(), file, validFrom);
            case UNIT -> load(new UnitForm(timelines(ReferenceTable.PLACES)), file, validFrom);
            case CATEGORY -> load(new CategoryForm(), file, validFrom);
            case OFFICER -> load(new OfficerForm(timelines(ReferenceTable.UNITS)), file, validFrom);
        };
        data.refresh();
        return report;
    }

    private <E extends Entry<E>> LoadReport load(Form<E> form, InputStream file, @Nullable LocalDate validFrom) {
        try (var sheet = LedgerReader.open(file)) {
            var drafts = new Table<>(form).read(sheet);
            var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
            return transaction.execute(status -> {
                // first of all, so that loads on other nodes wait for this one to end
                jdbc.update(
                        "update reference_stamp set stamp = ? where id = 1",
                        UUID.randomUUID().toString());
                var load = new Load<>(form, timelines(form.table()), validFrom, today);
                var report = load.take(drafts);
                form.table().put(jdbc, load.touched());
                return report;
            });
        }
    }

    private <E extends Entry<E>> Timelines<E> timelines(ReferenceTable<E> table) {
        return new Timelines<>(table.all(jdbc));
    }
}
