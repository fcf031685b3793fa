package io.doorstep.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.reference.Officer;
import io.doorstep.reference.Place;
import io.doorstep.reference.PlaceLevel;
import io.doorstep.reference.ReferenceData;
import io.doorstep.reference.loading.LoadReport;
import io.doorstep.reference.loading.ReferenceKind;
import io.doorstep.reference.loading.ReferenceLoading;
import io.doorstep.store.Migration;
import io.doorstep.testing.Databases;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

class DemoReferenceTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Test
    void The_demo_county_comes_in_without_a_fault_and_a_second_time_changes_nothing() throws IOException {
        var database = Databases.h2();
        Migration.ofFacts(database);
        var data = new ReferenceData(database);
        var loading = new ReferenceLoading(
                database,
                new JdbcTransactionManager(database),
                data,
                Clock.fixed(TODAY.atStartOfDay(ZONE).toInstant(), ZONE));

        var first = load(loading);
        assertThat(first).allSatisfy(report -> assertThat(report.added()).isEqualTo(report.read()));
        assertThat(load(loading))
                .allSatisfy(report -> assertThat(report.unchanged()).isEqualTo(report.read()));

        var places = data.places("430525", TODAY);
        assertThat(places.stream().filter(place -> place.level() == PlaceLevel.TOWNSHIP))
                .hasSize(24);
        assertThat(places.stream().filter(place -> place.level() == PlaceLevel.VILLAGE))
                .hasSize(364);
        assertThat(places.stream()
                        .filter(place -> place.level() == PlaceLevel.GRID)
                        .map(Place::parent)
                        .distinct())
                .hasSize(2);
        assertThat(data.heads("u-natural-resources", "head", TODAY)).isTrue();
        assertThat(data.units(null, TODAY))
                .allSatisfy(unit -> assertThat(data.officers(unit.id(), TODAY))
                        .as("every unit has a head and somebody who is not")
                        .extracting(Officer::head)
                        .contains(true, false));
        assertThat(data.categories(null, TODAY)).extracting("level").contains(1, 2, 3);
    }

    private static List<LoadReport> load(ReferenceLoading loading) throws IOException {
        return List.of(
                load(loading, ReferenceKind.PLACE, "places"),
                load(loading, ReferenceKind.UNIT, "units"),
                load(loading, ReferenceKind.CATEGORY, "categories"),
                load(loading, ReferenceKind.OFFICER, "officers"));
    }

    private static LoadReport load(ReferenceLoading loading, ReferenceKind kind, String table) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(ReferenceLoading.class.getResourceAsStream("/demo/" + table + ".csv"))) {
            return loading.load(kind, file, null);
        }
    }
}
