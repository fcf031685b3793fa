package io.doorstep.federation.upper;

import io.doorstep.federation.ServedCounty;
import io.doorstep.store.AppendOrder;
import io.doorstep.store.CopiedFacts;
import io.doorstep.store.Migration;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 上级库。 A database that copies are kept in, and who asks for them: several on one database are several nodes. */
final class Prefecture {

    final JdbcClient jdbc;
    final Standing standing;
    private final UpperLevel level;
    private final Puller puller;

    Prefecture(DataSource database, String node, int most, Source... sources) {
        Migration.ofFacts(database);
        this.jdbc = JdbcClient.create(database);
        this.level = new UpperLevel(List.of(sources));
        this.standing = new Standing(jdbc, level);
        var copies = new Copies(
                database,
                new TransactionTemplate(new JdbcTransactionManager(database)),
                new CopiedFacts(database, AppendOrder.LOCK),
                Clock.systemUTC());
        level.sources().forEach(copies::enter);
        this.puller = new Puller(level, copies, node, new Puller.Rhythm(Duration.ofHours(1), 1, most), () -> true);
    }

    static Source anping(ServedCounty county) {
        return source("anping", county, county.key());
    }

    static Source source(String name, ServedCounty county, String key) {
        return new Source(name, name, county.url(), ServedCounty.TOKEN, Set.of(key), "430525");
    }

    Prefecture round() {
        level.sources().forEach(puller::round);
        return this;
    }

    Standing.County first() {
        return standing.counties().get(0);
    }

    /** What is wrong, and from where on. */
    String stop() {
        var county = first();
        return county.stop() == null ? "nothing" : county.stop() + " at " + county.stopAt();
    }

    /** Facts as they lie in a store, in its order. */
    static List<Map<String, Object>> facts(JdbcClient store) {
        return store
                .sql(
                        "select f.identifier, f.aggregate_type, f.aggregate_identifier, f.aggregate_sequence_number, f.type,"
                                + " f.version, f.timestamp, f.payload, f.metadata from aggregate_event_entry f order by f.global_index")
                .query()
                .listOfRows()
                .stream()
                .map(row -> {
                    row.replaceAll((name, value) -> value instanceof byte[] bytes
                            ? new String(bytes, java.nio.charset.StandardCharsets.UTF_8)
                            : value);
                    return row;
                })
                .toList();
    }
}
