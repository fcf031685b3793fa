package io.doorstep.store;

/**
 * 写入次序。 What keeps a reader from passing a fact that is not committed yet (docs/decisions/0003).
 *
 * <p>LOCK lets one transaction append at a time, so that facts are committed in the order of their index. HORIZON
 * (PostgreSQL only) lets them append side by side and shows a reader nothing beyond the oldest open transaction.
 */
public enum AppendOrder {
    LOCK,
    HORIZON
}
