package io.doorstep.command.imports;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.doorstep.command.testing.CommandSide;
import io.doorstep.identity.Actor;
import io.doorstep.reference.Category;
import io.doorstep.reference.Place;
import io.doorstep.reference.PlaceLevel;
import io.doorstep.reference.ReferenceTable;
import io.doorstep.reference.Unit;
import io.doorstep.terms.Role;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** A node that ledgers come in at, and what can be asked of its database. */
final class ImportOffice implements AutoCloseable {

    private static final Actor OFFICER = Actor.of("officer", null, Role.PETITION_OFFICER);
    private static final LocalDate SINCE = LocalDate.of(2023, 1, 1);

    private final CommandSide side;

    ImportOffice(String database, String... properties) {
        side = CommandSide.on(database, properties);
    }

    /** Reference data of 2023, for ledgers that are older. */
    ImportOffice furnished() {
        var jdbc = side.bean(JdbcTemplate.class);
        ReferenceTable.PLACES.put(
                jdbc,
                List.of(new Place("430525", "洞口县", PlaceLevel.COUNTY, null, "/430525/", SINCE, null, null, null)));
        ReferenceTable.UNITS.put(jdbc, List.of(new Unit("u-land", "自然资源局", "430525", null, "/u-land/", SINCE, null)));
        ReferenceTable.CATEGORIES.put(jdbc, List.of(new Category("01", "农村农业", 1, null, "/01/", SINCE, null)));
        return this;
    }

    String take(String mapping, byte[] file) {
        return take(mapping, file, false);
    }

    String rehearse(String mapping, String csv) {
        return take(mapping, csv.getBytes(StandardCharsets.UTF_8), true);
    }

    private String take(String mapping, byte[] file, boolean dryRun) {
        var id = UUID.randomUUID().toString();
        side.bean(ImportDesk.class).take(id, mapping, file, OFFICER, dryRun);
        side.bean(ImportWorker.class).ring();
        return id;
    }

    /** Starts what a dry run rehearsed. */
    String start(String dryRunId) {
        var id = side.bean(DryRunStart.class).begin(dryRunId, OFFICER);
        side.bean(ImportWorker.class).ring();
        return id;
    }

    String take(String mapping, String csv) {
        return take(mapping, csv.getBytes(StandardCharsets.UTF_8));
    }

    String take(String mapping, String csv, Charset charset) {
        return take(mapping, csv.getBytes(charset));
    }

    /** Waits for the end, and answers state, rows read, done, skipped, failed, warned. */
    List<Object> ended(String importId) {
        await().atMost(120, SECONDS)
                .until(() -> List.of("DONE", "FAILED").contains(row(importId).get("state")));
        var row = row(importId);
        return List.of(
                row.get("state"),
                row.get("rows_read"),
                row.get("done"),
                row.get("skipped"),
                row.get("failed"),
                row.get("warned"));
    }

    Map<String, Object> row(String importId) {
        return side.jdbc()
                .sql("select * from ledger_import where import_id = ?")
                .param(importId)
                .query()
                .singleRow();
    }

    /** Each problem as {@code line field code severity}. */
    List<String> problems(String importId) {
        return side.jdbc()
                .sql(
                        "select line, field, code, severity from ledger_import_problem where import_id = ? order by line, ordinal")
                .param(importId)
                .query((row, n) ->
                        row.getLong(1) + " " + row.getString(2) + " " + row.getString(3) + " " + row.getString(4))
                .list();
    }

    /** Payloads of all facts of a type, as JSON. */
    List<String> facts(String type) {
        return side.jdbc()
                .sql("select payload from aggregate_event_entry where type like ? order by global_index")
                .param("%." + type)
                .query((row, n) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .list();
    }

    long count(String sql) {
        return side.jdbc().sql(sql).query(Long.class).single();
    }

    int execute(String sql, Object... parameters) {
        return side.jdbc().sql(sql).params(parameters).update();
    }

    <T> T bean(Class<T> type) {
        return side.bean(type);
    }

    @Override
    public void close() {
        side.close();
    }
}
