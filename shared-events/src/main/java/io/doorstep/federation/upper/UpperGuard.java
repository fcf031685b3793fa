package io.doorstep.federation.upper;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 上级启动检查。 An office has cases of its own or copies of others', never both: refuses to copy into one that has worked, and to work in one
 * that has copied.
 */
public final class UpperGuard implements InitializingBean {

    private final JdbcClient jdbc;
    private final UpperLevel level;
    private final Copies copies;

    public UpperGuard(JdbcClient jdbc, UpperLevel level, Copies copies) {
        this.jdbc = jdbc;
        this.level = level;
        this.copies = copies;
    }

    @Override
    public void afterPropertiesSet() {
        var before = copies.everCopied();
        if (!level.holdsCopies() && !before.isEmpty()) {
            throw new IllegalStateException("Doorstep 不启动：库中是下级事实的抄本，须设 doorstep.federation.sources / does not start:"
                    + " its facts are copies of other offices', and " + OwnCases.SOURCES + " names none; it named "
                    + String.join(", ", before));
        }
        if (level.holdsCopies() && before.isEmpty() && hasFacts()) {
            throw new IllegalStateException("Doorstep 不启动：库中已有本级案件，不能同时汇集下级事实 / does not start: there are cases"
                    + " of its own, and copies of other offices' (" + OwnCases.SOURCES
                    + ") need a database of their own");
        }
    }

    private boolean hasFacts() {
        return !jdbc.sql("select 1 from aggregate_event_entry limit 1")
                .query(Integer.class)
                .list()
                .isEmpty();
    }
}
