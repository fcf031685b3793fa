package io.doorstep.benchmark.product;

import io.doorstep.benchmark.Contestant.Kept;
import io.doorstep.benchmark.Database;
import io.doorstep.benchmark.Life;
import io.doorstep.standalone.Doorstep;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A running Doorstep with the reference data and accounts of the demonstration, and without its cases. */
public final class Office implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final JdbcClient jdbc;

    Office(Database database, Path files) {
        this(database, files, product -> product);
    }

    /** @param change to the product before it starts */
    public Office(Database database, Path files, UnaryOperator<SpringApplicationBuilder> change) {
        var settings = new String[] {
            "--server.port=0",
            "--spring.profiles.active=demo",
            "--doorstep.demo.year=false",
            "--doorstep.data=" + files,
            // one person asks faster here than any does
            "--doorstep.limits.share=0",
            "--spring.datasource.url=" + database.url(),
            "--spring.datasource.username=" + database.user(),
            // as the product runs on each of the two
            "--doorstep.store.append-order="
                    + (database.isH2() ? "lock" : System.getProperty("benchmark.order", "horizon"))
        };
        this.context =
                change.apply(new SpringApplicationBuilder(Doorstep.class)).run(settings);
        this.jdbc = context.getBean(JdbcClient.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** Waits until the reading side has read every fact. */
    void settle() throws InterruptedException {
        var facts = count("select count(*) from aggregate_event_entry");
        while (count("select count(*) from reading_a.fact") < facts) {
            Thread.sleep(20);
        }
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    Kept kept(Life life) {
        return new Kept(
                of("aggregate_event_entry where aggregate_identifier = ?", life),
                // six hundred bytes, sealed, are more than eight hundred letters
                of("aggregate_event_entry where length(payload) > 800 and aggregate_identifier = ?", life),
                of(NOW, life) == 1,
                of(NOW + " and unit = 'u-natural-resources'", life) == 1,
                of(NOW + " and status = 'CLOSED_OUT'", life) == 1);
    }

    private static final String NOW =
            "reading_a.case_state where occurred_to = (select max(occurred_to) from reading_a.case_state)"
                    + " and recorded_to = (select max(recorded_to) from reading_a.case_state) and case_id = ?";

    private int of(String rows, Life life) {
        return jdbc.sql("select count(*) from " + rows)
                .param(life.id().toString())
                .query(Integer.class)
                .single();
    }

    @Override
    public void close() {
        context.close();
    }
}
