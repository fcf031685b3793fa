package io.doorstep.history;

import io.doorstep.store.EventTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 全史导入。 Reads JSON Lines as the verifier exports them (docs/history.schema.json) into a store without any fact: the same facts, byte for
 * byte, in the same order, so that the ledger comes to the same root. All of them or none.
 *
 * <p>Keys, accounts and attachments are no part of a history; they come with their own backups. Receipts of old commands do not come along.
 */
public final class HistoryImport {

    private static final int BATCH = 1000;
    private static final String REPORTED = "io.doorstep.events.cases.CaseReported";
    private static final Pattern NUMBER = Pattern.compile("([0-9]+)-([0-9]{4})-([0-9]+)");
    private static final String INSERT = "insert into " + EventTable.NAME
            + " (identifier, aggregate_type, aggregate_identifier, aggregate_sequence_number, type, version, timestamp,"
            + " payload, metadata) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json = JsonMapper.builder().build();

    /** The last case number that was given out in a county and a year. */
    private record Series(String county, int year) {}

    public HistoryImport(DataSource database, TransactionTemplate transaction) {
        this.jdbc = new JdbcTemplate(database);
        this.transaction = transaction;
    }

    /**
     * Takes a history in; answers how many facts it has.
     *
     * @throws IllegalStateException when there are facts already, or the file does not say what it should; nothing is changed then
     */
    public long read(Path file) {
        var read = transaction.execute(step -> {
            if (!jdbc.queryForList("select 1 from " + EventTable.NAME + " limit 1")
                    .isEmpty()) {
                throw new IllegalStateException(
                        "doorstep.history.import is for an empty Doorstep, and this one has facts;"
                                + " take the setting away when they are those of the file");
            }
            return lines(file);
        });
        return read == null ? 0 : read;
    }

    private long lines(Path file) {
        var numbers = new HashMap<Series, Long>();
        var rows = new ArrayList<Object[]>(BATCH);
        var position = 0L;
        try (var lines = Files.newBufferedReader(file)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var fact = fact(line, position);
                rows.add(row(fact, position));
                count(fact, numbers);
                position++;
                if (rows.size() == BATCH) {
                    write(rows);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("doorstep.history.import cannot be read", unreadable);
        }
        write(rows);
        numbers.forEach((series, last) -> jdbc.update(
                "insert into case_number (place, report_year, last_given) values (?, ?, ?)",
                series.county(),
                series.year(),
                last));
        return position;
    }

    private JsonNode fact(String line, long position) {
        try {
            var fact = json.readTree(line);
            if (fact.path("position").asLong(-1) != position) {
                throw wrong(position, "position");
            }
            return fact;
        } catch (JacksonException malformed) {
            throw new IllegalStateException("line %d of doorstep.history.import is no JSON".formatted(position + 1));
        }
    }

    private static Object[] row(JsonNode fact, long position) {
        return new Object[] {
            words(fact, "id", position),
            words(fact, "subjectType", position),
            words(fact, "subject", position),
            number(fact, position),
            words(fact, "type", position),
            words(fact, "version", position),
            words(fact, "time", position),
            words(fact, "payload", position).getBytes(StandardCharsets.UTF_8),
            words(fact, "metadata", position).getBytes(StandardCharsets.UTF_8)
        };
    }

    private static String words(JsonNode fact, String field, long position) {
        var value = fact.get(field);
        if (value == null || !value.isString()) {
            throw wrong(position, field);
        }
        return value.stringValue();
    }

    private static long number(JsonNode fact, long position) {
        var value = fact.get("number");
        if (value == null || !value.isIntegralNumber()) {
            throw wrong(position, "number");
        }
        return value.longValue();
    }

    private static IllegalStateException wrong(long position, String field) {
        return new IllegalStateException("line %d of doorstep.history.import: %s is missing or not what it should be"
                .formatted(position + 1, field));
    }

    /** New cases go on behind the last number of their county and year. */
    private void count(JsonNode fact, Map<Series, Long> numbers) {
        if (REPORTED.equals(fact.path("type").asString(""))) {
            var number = NUMBER.matcher(json.readTree(fact.path("payload").asString(""))
                    .path("number")
                    .asString(""));
            if (number.matches()) {
                var series = new Series(number.group(1), Integer.parseInt(number.group(2)));
                numbers.merge(series, Long.parseLong(number.group(3)), Math::max);
            }
        }
    }

    private void write(List<Object[]> rows) {
        jdbc.batchUpdate(INSERT, rows);
        rows.clear();
    }
}
