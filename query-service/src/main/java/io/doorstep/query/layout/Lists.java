package io.doorstep.query.layout;

import io.doorstep.query.asof.Fragment;
import io.doorstep.query.asof.KnownByNow;
import io.doorstep.query.asof.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 取清单。 Cuts a list into pages that hang together, or streams it whole.
 *
 * <p>The first page is asked of what is known now, which is fast; the cursor it hands out pins what was known then.
 */
public final class Lists {

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;

    public Lists(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.snapshot = new TransactionTemplate(transactions);
        // the lines, their number and what is pinned must speak of the same state
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /**
     * The lines of a list.
     *
     * @param columns SQL of what the mapper reads
     * @param rows SQL from {@code from} to the end of a where-clause
     * @param key SQL of a text that no two lines share
     * @param leading columns that are the same in all rows of the present, and stand first in the indexes of its orders
     */
    public record Lines<T>(String columns, Fragment rows, String key, List<String> leading, RowMapper<T> mapper) {}

    private record Keyed<T>(T line, @Nullable String value, String key) {}

    /** One page; {@code lines} says what the list asks the database for a question. */
    public <T> Paged<T> page(ListQuestion question, Function<ListQuestion, Lines<T>> lines) {
        return inSnapshot(() -> {
            // as long as nothing was added to what is pinned, the present answers the same, and faster
            var asked = question.after() == null || KnownByNow.hasGrownSince(question.moment(), jdbc)
                    ? question
                    : question.inThePresent();
            return read(question, asked, lines.apply(asked));
        });
    }

    /** Does several readings in one snapshot of the database. */
    public <T> T inSnapshot(Supplier<T> reading) {
        return Objects.requireNonNull(snapshot.execute(step -> reading.get()));
    }

    /** All lines, one after another, while {@code use} runs: the connection is open for so long. */
    public <T> void whole(ListQuestion question, Lines<T> lines, Use<T> use) throws IOException {
        try {
            snapshot.executeWithoutResult(step -> stream(question, lines, use));
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private <T> void stream(ListQuestion question, Lines<T> lines, Use<T> use) {
        var sql = "select " + lines.columns + " " + lines.rows.sql()
                + question.sort().order(lines.key, List.of());
        try (var stream =
                jdbc.sql(sql).params(lines.rows.parameters()).withFetchSize(500).query(lines.mapper).stream()) {
            use.with(stream);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What is done with a stream of lines. */
    @FunctionalInterface
    public interface Use<T> {
        void with(Stream<T> lines) throws IOException;
    }

    private <T> Paged<T> read(ListQuestion question, ListQuestion asked, Lines<T> lines) {
        var after = question.after();
        var sort = question.sort();
        var rows = after == null ? lines.rows : lines.rows.and(behind(sort, lines.key, after));
        var found = jdbc.sql("select " + lines.columns + ", " + sort.value() + " as sort_value, " + lines.key
                        + " as sort_key " + rows.sql()
                        + sort.order(lines.key, asked.moment().isPresent() ? lines.leading : List.of())
                        + " fetch first :most rows only")
                .params(rows.parameters())
                .param("most", question.size() + 1)
                .query((row, n) -> new Keyed<>(
                        lines.mapper.mapRow(row, n), sort.read(row, "sort_value"), row.getString("sort_key")))
                .list();
        var total = after == null ? count(lines.rows, question.countUpTo()) : after.total();
        var moment = KnownByNow.pin(question.moment(), jdbc);
        var shown = found.subList(0, Math.min(found.size(), question.size()));
        var next = found.size() <= question.size()
                ? null
                : cursor(question, moment, shown.get(shown.size() - 1), total).text();
        return new Paged<>(shown.stream().map(Keyed::line).toList(), next, total, moment.now(), moment.knownAt());
    }

    private static Cursor cursor(ListQuestion question, Moment moment, Keyed<?> last, long total) {
        return new Cursor(
                question.list(), moment.now(), moment.holdsAt(), moment.knownAt(), last.value, last.key, total);
    }

    private static Fragment behind(Sort sort, String key, Cursor after) {
        var value = after.value();
        var sql = sort.behind(key, value);
        return new Fragment(
                sql,
                value == null
                        ? Map.of("afterKey", after.key())
                        : Map.of("afterKey", after.key(), "afterValue", sort.parse(value)));
    }

    private long count(Fragment rows, long upTo) {
        var sql = upTo == Long.MAX_VALUE
                ? "select count(*) " + rows.sql()
                : "select count(*) from (select 1 as one " + rows.sql() + " fetch first " + (upTo + 1)
                        + " rows only) t";
        return jdbc.sql(sql).params(rows.parameters()).query(Long.class).single();
    }
}
