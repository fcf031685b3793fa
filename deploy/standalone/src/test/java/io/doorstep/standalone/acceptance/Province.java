package io.doorstep.standalone.acceptance;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.doorstep.federation.ServedCounty;
import io.doorstep.proof.StoredFact;
import io.doorstep.proof.check.FactRows;
import io.doorstep.standalone.Running;
import io.doorstep.store.Migration;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 一个省的县。 Counties on one PostgreSQL, a database each, whose facts are those of the demonstration's year with other ids: each has its real
 * ledger, key and answers; the rest of the product does not run there.
 */
final class Province implements AutoCloseable {

    private static final int FIRST_CODE = 430_101;

    private final EmbeddedPostgres server;
    private final List<List<StoredFact>> year;
    private final List<ServedCounty> counties = new ArrayList<>();
    private final List<HikariDataSource> pools = new ArrayList<>();
    private int used;

    Province(EmbeddedPostgres server, Path folder) throws SQLException {
        this.server = server;
        this.year = year(folder);
        create("model", "");
        var model = pool("model");
        Migration.ofFacts(model);
        model.close();
    }

    /** Cases as real commands made them, fact by fact. */
    private static List<List<StoredFact>> year(Path folder) {
        try (var office = Running.with("--doorstep.data=" + folder, "--spring.profiles.active=demo")) {
            played(office.bean(JdbcClient.class));
            return List.copyOf(office
                    .bean(JdbcClient.class)
                    .sql("select " + FactRows.COLUMNS + " from aggregate_event_entry f"
                            + " where f.type like 'io.doorstep.events.cases.%' and f.aggregate_identifier not in"
                            + " (select aggregate_identifier from aggregate_event_entry where type like '%CaseMerged'"
                            + " or type like '%CaseLinked' or type like '%CaseUnlinked')"
                            + " order by f.aggregate_identifier, f.aggregate_sequence_number")
                    .query((row, n) -> FactRows.fact(row))
                    .list()
                    .stream()
                    .collect(Collectors.groupingBy(StoredFact::subject))
                    .values());
        }
    }

    /** The demonstration plays its year in the background, and is through when nothing more comes. */
    private static void played(JdbcClient store) {
        var last = new AtomicLong();
        await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofSeconds(3))
                .until(() -> {
                    var now = store.sql("select count(*) from aggregate_event_entry")
                            .query(Long.class)
                            .single();
                    return now > 0 && now == last.getAndSet(now);
                });
    }

    /** Facts of a case, on an average. */
    double factsPerCase() {
        return year.stream().mapToInt(List::size).average().orElse(0);
    }

    /** Bytes of a fact as it is stored, content and metadata, on an average. */
    double bytesPerFact() {
        return year.stream()
                .flatMap(List::stream)
                .mapToInt(fact -> fact.payload().length + fact.metadata().length)
                .average()
                .orElse(0);
    }

    /** Opens one more county with some cases. */
    ServedCounty open(int cases) throws SQLException {
        var name = "county" + counties.size();
        create(name, " template model");
        var county = new ServedCounty(pool(name));
        counties.add(county);
        work(county, cases);
        return county;
    }

    List<ServedCounty> counties() {
        return counties;
    }

    /** Puts more cases on record; answers how many facts those are. */
    int work(ServedCounty county, int cases) {
        var code = String.valueOf(FIRST_CODE + counties.indexOf(county));
        var all = IntStream.range(0, cases)
                .mapToObj(n -> renamed(year.get(used++ % year.size()), code))
                .flatMap(List::stream)
                .toList();
        for (var from = 0; from < all.size(); from += 1000) {
            county.record(all.subList(from, Math.min(all.size(), from + 1000)));
        }
        return all.size();
    }

    private static List<StoredFact> renamed(List<StoredFact> life, String code) {
        var caseId = UUID.randomUUID().toString();
        return life.stream()
                .map(fact -> new StoredFact(
                        -1,
                        UUID.randomUUID().toString(),
                        fact.subjectType(),
                        caseId,
                        fact.number(),
                        fact.type(),
                        fact.version(),
                        fact.time(),
                        new String(fact.payload(), StandardCharsets.UTF_8)
                                .replace(fact.subject(), caseId)
                                .replace("\"number\":\"430525-", "\"number\":\"" + code + "-")
                                .getBytes(StandardCharsets.UTF_8),
                        fact.metadata()))
                .toList();
    }

    /** Settings of the office above. */
    String[] settings(String database) throws SQLException {
        create(database, "");
        var all = new ArrayList<>(List.of(
                "--spring.datasource.url=" + server.getJdbcUrl("postgres", database),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres"));
        for (var n = 0; n < counties.size(); n++) {
            var county = counties.get(n);
            var source = "--doorstep.federation.sources.county-" + n + ".";
            all.addAll(List.of(
                    source + "url=" + county.url(),
                    source + "token=" + ServedCounty.TOKEN,
                    source + "key=" + county.key(),
                    source + "place=430525"));
        }
        return all.toArray(String[]::new);
    }

    JdbcClient store(String database) {
        return JdbcClient.create(pool(database));
    }

    long facts() {
        return counties.stream()
                .mapToLong(county -> county.ledger.head().size())
                .sum();
    }

    long bytes() {
        return counties.stream().mapToLong(ServedCounty::bytes).sum();
    }

    long answers() {
        return counties.stream().mapToLong(ServedCounty::answers).sum();
    }

    private void create(String name, String how) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + how);
        }
    }

    private HikariDataSource pool(String name) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(server.getJdbcUrl("postgres", name));
        pool.setUsername("postgres");
        pool.setPassword("postgres");
        pool.setMaximumPoolSize(2);
        pool.setMinimumIdle(0);
        pools.add(pool);
        return pool;
    }

    @Override
    public void close() {
        counties.forEach(ServedCounty::close);
        pools.forEach(HikariDataSource::close);
    }
}
