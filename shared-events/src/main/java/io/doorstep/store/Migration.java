package io.doorstep.store;

import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** 建表。 Brings a schema's tables up to date with Flyway; one history per schema, so that one of them can be dropped. */
public final class Migration {

    /** SQL for the end of a span that has none; an index for what is open can only be used by who writes it in the same way. */
    public static final String FOREVER = "timestamp with time zone '9999-12-31 00:00:00+00:00'";

    private Migration() {}

    /** The tables that hold what may never be lost. */
    public static void ofFacts(DataSource database) {
        ofFacts(database, "latest");
    }

    /**
     * The same as they were in an earlier version.
     *
     * @param upTo the last migration, as Flyway names versions
     */
    public static void ofFacts(DataSource database, String upTo) {
        var transactionColumn =
                Engine.of(database) == Engine.POSTGRESQL ? "tx xid8 not null default pg_current_xact_id()," : "";
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/facts")
                .javaMigrations(
                        new V56__NumbersOutOfFacts(),
                        new V58__AccessLogGrows(Engine.of(database)),
                        new V66__JournalsGrow(Engine.of(database)),
                        new V82__LedgerGrows(Engine.of(database)),
                        new V84__SnapshotsGrow(Engine.of(database)),
                        new V86__DefinitionsGrow(Engine.of(database)),
                        new V94__CopiesGrow(Engine.of(database)))
                .placeholders(Map.of("transaction_column", transactionColumn))
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .target(upTo)
                .load()
                .migrate();
    }

    /** Tables that can be dropped and filled again from the facts. */
    public static void ofSchema(DataSource database, String schema, String location) {
        var onH2 = Engine.of(database) == Engine.H2;
        // Flyway quotes the name, SQL does not: H2 keeps unquoted names in capitals, PostgreSQL in small letters
        var kept = onH2 ? schema.toUpperCase(Locale.ROOT) : schema;
        var placeholders = Map.of("postgresql", onH2 ? "--" : "", "forever", FOREVER);
        Flyway.configure()
                .dataSource(database)
                .locations(location)
                .schemas(kept)
                .defaultSchema(kept)
                .placeholders(placeholders)
                .load()
                .migrate();
    }
}
