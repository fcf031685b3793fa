package io.doorstep.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.store.Migration;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

class ReferenceDataTest {

    private static final LocalDate EVER = LocalDate.of(1900, 1, 1);
    private static final LocalDate MERGED = LocalDate.of(2020, 7, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final AtomicLong nanos = new AtomicLong();

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void Nothing_is_there_before_anything_was_loaded(DataSource database) {
        var data = data(database);
        assertThat(data.isEmpty()).isTrue();
        assertThat(data.place("430525", TODAY)).isEmpty();
        assertThat(data.places(null, TODAY)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void An_entry_is_what_it_was_on_the_day(DataSource database) {
        var data = data(database);
        ReferenceTable.PLACES.put(
                new JdbcTemplate(database),
                List.of(
                        place("430525100", "甲乡", EVER, MERGED),
                        place("430525100", "甲镇", MERGED, null),
                        place("430525200", "乙乡", EVER, MERGED)));
        assertThat(data.place("430525100", MERGED.minusDays(1)).map(Place::name))
                .contains("甲乡");
        assertThat(data.place("430525100", MERGED).map(Place::name)).contains("甲镇");
        assertThat(data.place("430525200", MERGED)).isEmpty();
        assertThat(data.places(null, TODAY)).extracting(Place::code).containsExactly("430525100");
        assertThat(data.isEmpty()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void A_subtree_holds_its_root_and_nothing_that_merely_begins_alike(DataSource database) {
        var data = data(database);
        ReferenceTable.PLACES.put(
                new JdbcTemplate(database),
                List.of(
                        place("430525", "县", EVER, null),
                        place("430525100", "镇", EVER, null),
                        place("430525100201", "村", EVER, null),
                        place("430525100201-01", "一组", EVER, null),
                        place("430525101", "乡", EVER, null)));
        assertThat(data.places("430525100", TODAY))
                .extracting(Place::code)
                .containsExactly("430525100", "430525100201", "430525100201-01");
        assertThat(data.places("43052", TODAY)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void A_head_heads_one_unit_for_its_time(DataSource database) {
        var data = data(database);
        var jdbc = new JdbcTemplate(database);
        ReferenceTable.OFFICERS.put(
                jdbc,
                List.of(
                        new Officer("d-one", "负责人甲", "u-one", true, EVER, MERGED),
                        new Officer("d-one", "负责人甲", "u-two", true, MERGED, null),
                        new Officer("h-two", "承办员甲", "u-two", false, EVER, null)));
        assertThat(data.heads("u-one", "d-one", EVER)).isTrue();
        assertThat(data.heads("u-one", "d-one", TODAY)).isFalse();
        assertThat(data.heads("u-two", "d-one", TODAY)).isTrue();
        assertThat(data.heads("u-two", "h-two", TODAY)).isFalse();
        assertThat(data.officers("u-two", TODAY)).extracting(Officer::id).containsExactly("d-one", "h-two");
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void Another_node_sees_a_load_within_two_seconds_and_asks_the_database_no_sooner(DataSource database) {
        var data = data(database);
        var jdbc = new JdbcTemplate(database);
        assertThat(data.isEmpty()).isTrue();
        ReferenceTable.CATEGORIES.put(jdbc, List.of(new Category("01", "农村农业", 1, null, "/01/", EVER, null)));
        jdbc.update("update reference_stamp set stamp = 'another'");
        nanos.addAndGet(Duration.ofMillis(1_900).toNanos());
        assertThat(data.category("01", TODAY)).isEmpty();
        nanos.addAndGet(Duration.ofMillis(200).toNanos());
        assertThat(data.category("01", TODAY)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void A_path_makes_a_subtree_one_comparison_in_SQL(DataSource database) {
        data(database);
        var jdbc = new JdbcTemplate(database);
        ReferenceTable.UNITS.put(
                jdbc,
                List.of(
                        new Unit("u-a", "甲局", "430525", null, "/u-a/", EVER, null),
                        new Unit("u-a-1", "一股", "430525", "u-a", "/u-a/u-a-1/", EVER, null),
                        new Unit("u-ab", "乙局", "430525", null, "/u-ab/", EVER, null)));
        assertThat(jdbc.queryForList("select id from unit where path like '/u-a/%' order by id", String.class))
                .containsExactly("u-a", "u-a-1");
    }

    private ReferenceData data(DataSource database) {
        Migration.ofFacts(database);
        return new ReferenceData(database, nanos::get);
    }

    private static Place place(String code, String name, LocalDate from, @Nullable LocalDate to) {
        var path = new StringBuilder("/");
        for (int length : new int[] {6, 9, 12, 99}) {
            if (code.length() >= length || (length == 99 && code.contains("-"))) {
                path.append(code, 0, Math.min(length, code.length())).append('/');
            }
        }
        var level = PlaceLevel.of(code).orElseThrow();
        return new Place(code, name, level, level.parent(code), path.toString(), from, to, null, null);
    }
}
