package io.doorstep.store;

/**
 * 写入次序。 What keeps a reader from passing a fact that is not committed yet (docs/decisions/0003).
 *
 * <p>LOCK lets one transaction append at a time, so that facts are committed in the order of their index. HORIZON
 * (PostgreSQL only) lets them append side by side and shows a reader nothing beyond the oldest open transaction.
 */
public enum AppendOrder {
    LOCK,
    HORIZON;

    /** SQL that waits for the turn to append, which ends with the transaction. */
    String turn(Engine engine) {
        return engine == Engine.POSTGRESQL
                ? "select pg_advisory_xact_lock(4305250001)"
                : "select id from append_lock where id = 1 for update";
    }
}
