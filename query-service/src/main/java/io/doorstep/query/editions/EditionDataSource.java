package io.doorstep.query.editions;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/**
 * 按版次取连接。 A pool of connections for each edition, which differ in nothing but where they look for the reading tables; the other tables
 * are the same through both. The pool of an edition that nobody asks for holds next to no connection.
 */
public final class EditionDataSource extends AbstractRoutingDataSource {

    private static final String PATH_OF_POSTGRESQL =
            "select set_config('search_path', current_setting('search_path') || ', %s', false)";
    private static final String PATH_OF_H2 = "set schema_search_path %s";

    private final HikariDataSource second = new HikariDataSource();
    private volatile Edition serving = Edition.A;

    /** @param first the pool as configured, not used yet; it becomes that of the first edition */
    public EditionDataSource(HikariDataSource first) {
        if (first.getMinimumIdle() < 0) {
            first.setMinimumIdle(1);
        }
        first.copyStateTo(second);
        if (second.getPoolName() != null) {
            second.setPoolName(second.getPoolName() + "-B");
        }
        look(first, Edition.A);
        look(second, Edition.B);
        setTargetDataSources(Map.of(Edition.A, first, Edition.B, second));
        afterPropertiesSet();
    }

    private static void look(HikariDataSource pool, Edition edition) {
        var path = pool.getJdbcUrl().startsWith("jdbc:h2:") ? PATH_OF_H2 : PATH_OF_POSTGRESQL;
        // behind what there is: facts are found first, and what is made without a schema is made among them
        var before = pool.getConnectionInitSql();
        pool.setConnectionInitSql((before == null ? "" : before + "; ") + path.formatted(edition.schema()));
    }

    void serve(Edition edition) {
        serving = edition;
    }

    @Override
    protected @Nullable Object determineCurrentLookupKey() {
        var said = Edition.said();
        return said == null ? serving : said;
    }

    /** Closes what was opened beside the pool that was given. */
    void closeSecond() {
        second.close();
    }
}
