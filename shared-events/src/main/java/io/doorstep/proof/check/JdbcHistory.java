package io.doorstep.proof.check;

import io.doorstep.proof.HashAlgorithm;
import io.doorstep.proof.StoredFact;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** 库中历史。 The facts and the ledger of a database, page by page, whatever their number; of the ledger as far as it was when asked first. */
public final class JdbcHistory implements History {

    private static final int PAGE = 2000;

    private final Connection connection;
    private final HashAlgorithm algorithm;
    private final long size;

    /** Reads only; the connection stays the caller's. */
    public JdbcHistory(Connection connection) throws SQLException {
        this.connection = connection;
        this.algorithm = HashAlgorithm.valueOf(one("select algorithm from fact_ledger_start"));
        this.size = Long.parseLong(one("select coalesce(max(position), -1) + 1 from fact_ledger"));
    }

    @Override
    public HashAlgorithm algorithm() {
        return algorithm;
    }

    @Override
    public Iterator<StoredFact> facts() {
        return new Pages<>(
                "select " + FactRows.COLUMNS + " from aggregate_event_entry f where f.global_index > ?"
                        + " order by f.global_index limit " + PAGE,
                FactRows::fact,
                StoredFact::index,
                fact -> true);
    }

    /** 账中事实。 A fact and its place in the ledger. */
    public record Placed(long position, StoredFact fact) {}

    /** The facts that are chained, in the order of the ledger. */
    public Iterator<Placed> factsInOrder() {
        return new Pages<>(
                "select l.position, " + FactRows.COLUMNS + " from fact_ledger l join aggregate_event_entry f"
                        + " on f.global_index = l.global_index where l.position > ? and l.position < " + size
                        + " order by l.position limit " + PAGE,
                row -> new Placed(row.getLong(1), FactRows.fact(row)),
                Placed::position,
                placed -> true);
    }

    @Override
    public Iterator<LedgerLine> linesByIndex() {
        // lines that were added since are left out here: a bound on the position beside the index would have H2 read
        // the whole ledger for each page
        return new Pages<>(
                "select position, global_index, leaf, chain from fact_ledger where global_index > ?"
                        + " order by global_index limit " + PAGE,
                JdbcHistory::line,
                LedgerLine::index,
                line -> line.position() < size);
    }

    @Override
    public Iterator<LedgerLine> linesByPosition() {
        return new Pages<>(
                "select position, global_index, leaf, chain from fact_ledger where position > ? and position < " + size
                        + " order by position limit " + PAGE,
                JdbcHistory::line,
                LedgerLine::position,
                line -> true);
    }

    private static LedgerLine line(ResultSet row) throws SQLException {
        return new LedgerLine(row.getLong(1), row.getLong(2), row.getBytes(3), row.getBytes(4));
    }

    private String one(String question) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            if (!row.next()) {
                throw new SQLException("the ledger of facts was never begun in this database");
            }
            return row.getString(1);
        }
    }

    /** How a row is read. */
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** One page after the other, each from the last key on. */
    private final class Pages<T> implements Iterator<T> {
        private final String question;
        private final Reading<T> reading;
        private final ToLongFunction<T> key;
        private final Predicate<T> wanted;
        private final Deque<T> page = new ArrayDeque<>(PAGE);
        private long after = -1;
        private boolean ended;

        Pages(String question, Reading<T> reading, ToLongFunction<T> key, Predicate<T> wanted) {
            this.question = question;
            this.reading = reading;
            this.key = key;
            this.wanted = wanted;
        }

        @Override
        public boolean hasNext() {
            while (page.isEmpty() && !ended) {
                fill();
            }
            return !page.isEmpty();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.removeFirst();
        }

        private void fill() {
            try (var statement = connection.prepareStatement(question)) {
                statement.setLong(1, after);
                try (var rows = statement.executeQuery()) {
                    var read = 0;
                    while (rows.next()) {
                        keep(reading.of(rows));
                        read++;
                    }
                    ended = read < PAGE;
                }
            } catch (SQLException failure) {
                throw new IllegalStateException("the history cannot be read: " + failure.getMessage(), failure);
            }
        }

        private void keep(T row) {
            after = key.applyAsLong(row);
            if (wanted.test(row)) {
                page.addLast(row);
            }
        }
    }
}
