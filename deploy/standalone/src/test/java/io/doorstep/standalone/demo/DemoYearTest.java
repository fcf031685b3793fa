package io.doorstep.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.standalone.Running;
import io.doorstep.testing.Databases;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 演示年度，在 PostgreSQL 上。 */
class DemoYearTest {
    @Test
    void the_year_plays_without_a_refusal_and_only_once(@TempDir Path data) {
        try (var office = Running.with(
                "--doorstep.data=" + data,
                "--spring.profiles.active=demo",
                "--doorstep.demo.year=false",
                "--spring.datasource.url=" + Databases.postgresUrl(),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres")) {
            var end = office.bean(Clock.class).instant().minus(Duration.ofMinutes(1));
            var year = office.bean(DemoYear.class);
            assertThat(year.play(end)).isZero();
            var jdbc = office.bean(JdbcClient.class);
            var facts = count(jdbc, "select count(*) from aggregate_event_entry");
            assertThat(count(jdbc, "select count(distinct aggregate_identifier) from aggregate_event_entry"))
                    .isBetween(340L, 360L);
            assertThat(types(jdbc)).hasSizeGreaterThan(23);

            // as after a kill before the end: what has its receipt is not done again
            assertThat(year.play(year.steps(end))).isZero();
            assertThat(count(jdbc, "select count(*) from aggregate_event_entry"))
                    .isEqualTo(facts);
        }
    }

    private static List<String> types(JdbcClient jdbc) {
        return jdbc.sql("select distinct type from aggregate_event_entry")
                .query(String.class)
                .list();
    }

    private static long count(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
