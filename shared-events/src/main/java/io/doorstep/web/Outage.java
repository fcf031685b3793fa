package io.doorstep.web;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * 停摆。 What keeps the database from answering, told from a bug by what was thrown: asking again shortly may well succeed. Whether the work
 * under way was done is not known then; the key that came with it makes asking again safe.
 */
public enum Outage {
    /** It is gone, starts anew, takes no more connections, or does not answer in time. */
    DATABASE_AWAY,
    /** There is no room left where it writes. */
    DISK_FULL;

    private static final int DEEPEST = 12;

    /** Of PostgreSQL: stopped by somebody, after a crash of another, while it starts; too many connections. */
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "53300");

    /** Of H2: closed, closed while the process ends, cannot be read or written. */
    private static final Set<Integer> CLOSED = Set.of(90098, 90121, 90028, 90031);

    private static final String NO_ROOM_OF_POSTGRESQL = "53100";

    /** What is behind a failure; empty when it is something else. */
    public static Optional<Outage> behind(Throwable failure) {
        var causes = causes(failure).toList();
        if (causes.stream().anyMatch(Outage::isNoRoom)) {
            return Optional.of(DISK_FULL);
        }
        return causes.stream().anyMatch(Outage::isAway) ? Optional.of(DATABASE_AWAY) : Optional.empty();
    }

    /** With what was going wrong already when taking it back did, too. */
    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .flatMap(cause -> cause instanceof TransactionSystemException notTakenBack
                                && notTakenBack.getApplicationException() != null
                        ? Stream.concat(Stream.of(cause), causes(notTakenBack.getApplicationException()))
                        : Stream.of(cause));
    }

    private static boolean isNoRoom(Throwable cause) {
        if (cause instanceof SQLException sql) {
            return NO_ROOM_OF_POSTGRESQL.equals(sql.getSQLState());
        }
        var said = String.valueOf(cause.getMessage());
        return cause instanceof IOException && (said.contains("No space left") || said.contains("Disk quota exceeded"));
    }

    private static boolean isAway(Throwable cause) {
        if (cause instanceof SQLException sql) {
            var state = String.valueOf(sql.getSQLState());
            return cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLNonTransientConnectionException
                    || cause instanceof SQLRecoverableException
                    || state.startsWith("08")
                    || AWAY.contains(state)
                    || CLOSED.contains(sql.getErrorCode());
        }
        return cause instanceof DataAccessResourceFailureException
                || cause instanceof CannotCreateTransactionException
                || isTakenFromTransaction(cause);
    }

    /**
     * The pool closes a connection that broke; what still uses it hears so from the pool, which knows no SQL state. When a commit broke it,
     * only the roll-back that followed is told of.
     */
    private static boolean isTakenFromTransaction(Throwable cause) {
        return cause instanceof TransactionSystemException
                && cause.getCause() instanceof SQLException closed
                && closed.getSQLState() == null;
    }
}
