package io.doorstep.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 只增不减的建表。 While nodes are upgraded one after the other, those of before work on the tables of after (docs/decisions/0054): no
 * migration may take away, rename or narrow what is there, nor ask of a row what the version before does not write.
 */
class AdditiveMigrationTest {

    /** The last one before the rule. */
    private static final String BEFORE_THE_RULE = "94";

    private record Column(String type, boolean mayBeMissing, boolean filledIn) {}

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void what_the_version_before_reads_and_writes_stays_possible(DataSource database) {
        Migration.ofFacts(database, BEFORE_THE_RULE);
        var applied = version(database);
        assertThat(applied).isEqualTo(MigrationVersion.fromVersion(BEFORE_THE_RULE));
        var before = columns(database);
        assertThat(before).hasSizeGreaterThan(50);

        Migration.ofFacts(database);

        assertThat(against(before, columns(database))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table place drop column name",
                "alter table place rename column name to called",
                "drop table case_number",
                "alter table place add column since date not null",
                "alter table place alter column name varchar(5)"
            })
    void a_step_that_does_is_found(String step) {
        var database = io.doorstep.testing.Databases.h2();
        Migration.ofFacts(database);
        var before = columns(database);
        JdbcClient.create(database).sql("delete from place").update();
        JdbcClient.create(database).sql(step).update();
        assertThat(against(before, columns(database))).isNotEmpty();
    }

    @Test
    void a_column_more_that_may_be_missing_is_fine() {
        var database = io.doorstep.testing.Databases.h2();
        Migration.ofFacts(database);
        var before = columns(database);
        JdbcClient.create(database)
                .sql("alter table place add column since date")
                .update();
        JdbcClient.create(database).sql("create table news (id int not null)").update();
        assertThat(against(before, columns(database))).isEmpty();
    }

    private static List<String> against(
            Map<String, Map<String, Column>> before, Map<String, Map<String, Column>> after) {
        var found = new ArrayList<String>();
        before.forEach((table, columns) -> {
            var now = after.getOrDefault(table, Map.of());
            columns.forEach((name, was) -> {
                var is = now.get(name);
                if (is == null) {
                    found.add(table + "." + name + " is gone");
                } else if (!is.type().equals(was.type())) {
                    found.add(table + "." + name + " was " + was.type() + " and is " + is.type());
                } else if (was.mayBeMissing() && !is.mayBeMissing() && !is.filledIn()) {
                    found.add(table + "." + name + " may be missing no more");
                }
            });
            now.forEach((name, is) -> {
                if (!columns.containsKey(name) && !is.mayBeMissing() && !is.filledIn()) {
                    found.add(table + "." + name + " is asked for and was not written before");
                }
            });
        });
        return found;
    }

    private static Map<String, Map<String, Column>> columns(DataSource database) {
        var all = new TreeMap<String, Map<String, Column>>();
        JdbcClient.create(database).sql("""
                        select table_name, column_name, data_type, character_maximum_length, is_nullable, column_default,
                               is_identity
                          from information_schema.columns where lower(table_schema) = 'public'
                        """).query(row -> {
            all.computeIfAbsent(row.getString("table_name"), table -> new TreeMap<>())
                    .put(
                            row.getString("column_name"),
                            new Column(
                                    row.getString("data_type") + row.getLong("character_maximum_length"),
                                    row.getString("is_nullable").equals("YES"),
                                    row.getString("column_default") != null
                                            || row.getString("is_identity").equals("YES")));
        });
        return all;
    }

    private static MigrationVersion version(DataSource database) {
        return JdbcClient.create(database)
                .sql("select \"version\" from \"flyway_schema_history\" where \"version\" is not null")
                .query(String.class)
                .list()
                .stream()
                .map(MigrationVersion::fromVersion)
                .max(MigrationVersion::compareTo)
                .orElseThrow();
    }
}
