package io.doorstep.query.layout;

import static java.util.stream.Collectors.joining;

import io.doorstep.query.asof.CaseStates;
import io.doorstep.query.asof.Fragment;
import io.doorstep.query.asof.KnownByNow;
import io.doorstep.query.asof.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
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

    private static final Fragment NOTHING = new Fragment("", Map.of());

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
     * @param parts where a list has several, each has lines of its own and is walked along an index of its own
     * @param key SQL of a text that no two lines share
     * @param leading columns that are the same in all rows of the present, and stand first in the indexes of its orders
     */
    public record Lines<T>(String columns, List<Rows> parts, String key, List<String> leading, RowMapper<T> mapper) {}

    /**
     * The rows behind some lines, as SQL from {@code from} to the end of a where-clause.
     *
     * @param counted what is counted, in parts: as many rows as there are lines
     */
    public record Rows(Fragment lines, List<Fragment> counted) {

        /** Lines that are counted as they are. */
        public static Rows of(Fragment lines) {
            return new Rows(lines, List.of(lines));
        }

        /** Lines that are made of so many rows of {@link CaseStates}, most of which an index counts by itself. */
        public static Rows of(Fragment lines, Fragment rows) {
            return new Rows(
                    lines,
                    List.of(
                            rows.and(Fragment.of(CaseStates.PLAIN)),
                            rows.and(Fragment.of("not (" + CaseStates.PLAIN + ")"))));
        }
    }

    /** Lines that are asked for by themselves, in the order of an index. */
    private record Part(Fragment rows, List<Fragment> counted, List<String> leading) {

        static <T> Stream<Part> of(ListQuestion asked, Lines<T> lines) {
            var leading = asked.moment().isAmongPresent() ? lines.leading : List.<String>of();
            return lines.parts.stream().map(rows -> new Part(rows.lines, rows.counted, leading));
        }

        static Map<String, Object> parameters(List<Part> parts) {
            var all = new HashMap<String, Object>();
            parts.forEach(part -> all.putAll(part.rows.parameters()));
            return all;
        }
    }

    private record Keyed<T>(T line, @Nullable String value, String key) {}

    /** One page; {@code lines} says what the list asks the database for a question. */
    public <T> Paged<T> page(ListQuestion question, Function<ListQuestion, Lines<T>> lines) {
        return inSnapshot(() -> read(question, asked(question), lines));
    }

    /** What to ask for it, as one or in parts that together hold just its rows; within a snapshot. */
    public List<ListQuestion> asked(ListQuestion question) {
        if (question.after() == null) {
            return List.of(question);
        }
        // as long as nothing was added to what is pinned, the present answers the same, and faster
        return KnownByNow.hasGrownSince(question.moment(), jdbc) ? question.parts() : List.of(question.inThePresent());
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
        var parts = Part.of(question, lines).toList();
        try (var stream = jdbc
                .sql(inOrder(lines, parts, question.sort(), "", ""))
                .params(Part.parameters(parts))
                .withFetchSize(500)
                .query(lines.mapper)
                .stream()) {
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

    private <T> Paged<T> read(
            ListQuestion question, List<ListQuestion> asked, Function<ListQuestion, Lines<T>> asking) {
        var after = question.after();
        var sort = question.sort();
        var lines = asking.apply(question);
        var parts =
                asked.stream().flatMap(one -> Part.of(one, asking.apply(one))).toList();
        var beyond = after == null ? NOTHING : behind(sort, lines.key, after);
        var found = jdbc.sql(inOrder(lines, parts, sort, beyond.sql(), " fetch first :most rows only"))
                .params(Part.parameters(parts))
                .params(beyond.parameters())
                .param("most", question.size() + 1)
                .query((row, n) -> new Keyed<>(
                        lines.mapper.mapRow(row, n), sort.read(row, "sort_value"), row.getString("sort_key")))
                .list();
        var total = after == null ? count(parts, question.countUpTo()) : after.total();
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
        var sql = " and " + sort.behind(key, value);
        return new Fragment(
                sql,
                value == null
                        ? Map.of("afterKey", after.key())
                        : Map.of("afterKey", after.key(), "afterValue", sort.parse(value)));
    }

    /** SQL of the lines in their order; {@code beyond} and {@code most} are asked of each part, and {@code most} of all. */
    private static <T> String inOrder(Lines<T> lines, List<Part> parts, Sort sort, String beyond, String most) {
        var select = "select " + lines.columns + ", " + sort.value() + " as sort_value, " + lines.key + " as sort_key ";
        // a whole list is sorted once, a page taken from the beginning of each part
        var sorted = parts.size() == 1 || !most.isEmpty();
        var each = parts.stream()
                .map(part ->
                        select + part.rows.sql() + beyond + (sorted ? sort.order(lines.key, part.leading) : "") + most)
                .toList();
        return parts.size() == 1
                ? each.get(0)
                : "select * from ((" + String.join(") union all (", each) + ")) u"
                        + sort.of("sort_value").order("sort_key", List.of()) + most;
    }

    /** Counts so far and one more. */
    private long count(List<Part> parts, long upTo) {
        var most = upTo == Long.MAX_VALUE ? "" : " fetch first " + (upTo + 1) + " rows only";
        var each = parts.stream()
                .flatMap(part -> part.counted.stream())
                .map(rows -> "(select 1 as one " + rows.sql() + most + ")")
                .collect(joining(" union all "));
        return jdbc.sql("select count(*) from (select 1 from (" + each + ") e" + most + ") t")
                .params(Part.parameters(parts))
                .query(Long.class)
                .single();
    }
}
