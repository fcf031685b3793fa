package io.doorstep.query.asof;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.identity.Actor;
import io.doorstep.terms.Role;
import java.util.Locale;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

class RowComparisonTest {

    private static final Actor ANYBODY = Actor.of("somebody", null, Role.SUPERVISOR);

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void every_table_of_the_reading_side_is_compared_or_has_a_reason(DataSource database) {
        var there = new TreeSet<String>();
        new Reading(database)
                .jdbc()
                .sql("select table_name from information_schema.tables where lower(table_schema) = 'reading_a'")
                .query(String.class)
                .list()
                .forEach(name -> there.add(name.toLowerCase(Locale.ROOT)));
        var known = new TreeSet<>(RowComparison.COMPARED.keySet());
        known.addAll(RowComparison.NOT_OF_FACTS.keySet());
        assertThat(there).isEqualTo(known);
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void what_a_version_left_behind_that_wrote_dates_as_texts_and_no_first_and_last_is_read_and_right(
            DataSource database) {
        var reading = new Reading(database);
        var life = RandomLife.of("case1", 3);
        reading.read(life);
        var now = Moment.present(Life.day(365));
        var before = reading.cases().find(ANYBODY, "case1", now).orElseThrow();
        var json = JsonMapper.builder()
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();

        reading.jdbc()
                .sql("update case_state set detail = :detail, first_day = default, last_day = default"
                        + " where recorded_to = " + Rectangle.SQL_FOREVER + " and occurred_to = "
                        + Rectangle.SQL_FOREVER)
                .param("detail", json.writeValueAsBytes(before))
                .update();

        assertThat(reading.cases().find(ANYBODY, "case1", now)).contains(before);
        assertThat(reading.comparison().of("case1", life.facts())).isEmpty();
    }
}
