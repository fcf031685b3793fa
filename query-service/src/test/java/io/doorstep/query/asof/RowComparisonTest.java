package io.doorstep.query.asof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RowComparisonTest {

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
}
