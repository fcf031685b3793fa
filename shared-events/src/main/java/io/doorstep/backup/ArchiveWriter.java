package io.doorstep.backup;

import io.doorstep.backup.Manifest.Sum;
import io.doorstep.proof.HashAlgorithm;
import io.doorstep.store.AppendOrder;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** 写备份。 Writes the tables of a part, one after the other and row by row, as JSON lines in a zip; memory does not grow with them. */
final class ArchiveWriter {

    private static final int FETCHED = 1000;

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final Connection connection;
    private final Tables tables;
    private final String doorstep;
    private final AppendOrder order;
    private final Instant at;
    private final LongConsumer progress;
    private long written;

    /** @param progress is told how many rows were written so far */
    ArchiveWriter(Connection connection, String doorstep, AppendOrder order, Instant at, LongConsumer progress) {
        this.connection = connection;
        this.tables = new Tables(connection);
        this.doorstep = doorstep;
        this.order = order;
        this.at = at;
        this.progress = progress;
    }

    Manifest write(Part part, OutputStream out) throws SQLException, IOException {
        var kept = tables.kept().stream().filter(part::holds).toList();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(Head.FILE));
            JSON.writeValue(zip, head(part, kept));
            zip.closeEntry();
            var root = new Root(part == Part.FACTS ? algorithm() : null);
            var sums = new ArrayList<Sum>();
            for (var table : kept) {
                zip.putNextEntry(new ZipEntry(entryOf(table.id())));
                sums.add(rows(table, zip, root));
                zip.closeEntry();
            }
            var manifest = new Manifest(sums, root.algorithm(), root.size(), root.hex());
            zip.putNextEntry(new ZipEntry(Manifest.FILE));
            JSON.writeValue(zip, manifest);
            zip.closeEntry();
            return manifest;
        }
    }

    static String entryOf(String table) {
        return "tables/" + table + ".jsonl";
    }

    private Head head(Part part, List<Table> kept) throws SQLException {
        var contents = new ArrayList<Head.Contents>();
        for (var table : kept) {
            contents.add(new Head.Contents(
                    table.id(),
                    table.columns().stream().map(Table.Column::name).toList(),
                    table.identity() == null ? 0 : tables.next(table)));
        }
        return new Head(
                Head.FORMAT,
                part,
                doorstep,
                SchemaVersion.of(connection),
                connection.getMetaData().getDatabaseProductName() + " "
                        + connection.getMetaData().getDatabaseProductVersion(),
                order,
                at,
                contents);
    }

    private Sum rows(Table table, OutputStream out, Root root) throws SQLException, IOException {
        var digest = new DigestOutputStream(out, sha256());
        var count = 0L;
        var leaf = table.id().equals(Table.LEDGER) ? 1 : 0;
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED);
            try (var rows = statement.executeQuery(question(table));
                    var json = JSON.writer().withRootValueSeparator("\n").createGenerator(digest)) {
                while (rows.next()) {
                    row(table, rows, json);
                    if (leaf > 0) {
                        root.add(rows.getBytes("leaf"));
                    }
                    count++;
                    written++;
                    if (written % FETCHED == 0) {
                        progress.accept(written);
                    }
                }
            }
        }
        return new Sum(
                table.id(),
                count,
                HexFormat.of().formatHex(digest.getMessageDigest().digest()));
    }

    private static String question(Table table) {
        var order = table.key().isEmpty() ? "" : " order by " + String.join(", ", table.key());
        return "select " + table.names() + " from " + table.at() + order;
    }

    private static void row(Table table, ResultSet rows, JsonGenerator json) throws SQLException {
        json.writeStartObject();
        for (var i = 0; i < table.columns().size(); i++) {
            var column = table.columns().get(i);
            json.writeName(column.name());
            column.kind().write(json, rows, i + 1);
        }
        json.writeEndObject();
    }

    private @Nullable HashAlgorithm algorithm() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select algorithm from fact_ledger_start")) {
            return row.next() ? HashAlgorithm.valueOf(row.getString(1)) : null;
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
