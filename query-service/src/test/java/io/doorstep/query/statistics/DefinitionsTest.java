package io.doorstep.query.statistics;

import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.doorstep.events.cases.CaseResolved;
import io.doorstep.events.cases.CaseWithdrawn;
import io.doorstep.events.cases.DeadlineExtended;
import io.doorstep.query.asof.CaseFold;
import io.doorstep.query.asof.Life;
import io.doorstep.query.asof.Reading;
import io.doorstep.testing.Databases;
import io.doorstep.web.Malformed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 统计口径是数据。 */
class DefinitionsTest {

    private static final String OWN = """
            {"version": "office-1", "validFrom": "2026-07-01", "source": "县信访局办公会",
             "figures": {"resolution": {"date": "REPORTED", "numerator": "ENDED", "denominator": "CASES",
                                        "excludes": ["VOIDED", "MERGED", "WITHDRAWN"], "minimum": 0},
                         "onTime": {"date": "ORIGINAL_DUE", "numerator": "SETTLED", "denominator": "DUTIES",
                                    "excludes": [], "minimum": 0}}}
            """;

    @TempDir
    private Path folder;

    @Test
    void the_texts_that_ship_are_what_they_always_were() {
        assertThat(ShippedDefinitions.all())
                .extracting(Definitions::version, Definitions::hash)
                .containsExactly(
                        tuple("2026-1", "d2baa7fb07e252b7507aa22772abef593271b1f50d586919648bac7d0e8b1720"),
                        tuple("2026-2", "4f4fedf5a6a671aac6cec833a14ebdd86e7414e352bad9dbeff0eeccd4b9ab37"));
        var first = ShippedDefinitions.all().get(0);
        first.figures()
                .forEach(figure -> assertThat(first.rule(figure)).isEqualTo(ShippedDefinitions.NEWEST.rule(figure)));
        assertThat(ShippedDefinitions.NEWEST.figures()).containsExactly(Figure.values());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"date\": \"REPORTED\"|\"date\": \"NEVER\"|figures.resolution.date: NEVER is none of REPORTED, ACCEPTED",
                "\"minimum\": 0}, | \"minimum\": -1}, |figures.resolution.minimum: a whole number from 0 to 10000 is needed",
                "\"WITHDRAWN\"|\"RESOLVED\"|figures.resolution.excludes: RESOLVED is none of VOIDED",
                "\"WITHDRAWN\"|\"VOIDED\"|figures.resolution.excludes: VOIDED stands twice",
                "\"CASES\",|\"CASES\", \"observationDays\": 9,|figures.resolution.observationDays: this figure observes nothing",
                "\"CASES\",|\"CASES\", \"rate\": 9,|figures.resolution.rate: no such field",
                "\"CASES\",|\"CASES\", \"kindsLeftOut\": [\"ALL\"],|figures.resolution.kindsLeftOut: ALL is none of PETITION",
                "\"onTime\"|\"onTimes\"|figures.onTimes: no such figure",
                "\"resolution\"|\"repeat\"|figures.resolution: missing",
                "2026-07-01|2026-7-1|validFrom: not a day such as 2026-01-01",
                "\"source\"|\"because\"|source: missing",
                "office-1|office 1|version: letters, digits",
                "\"version\"|\"source\"|Duplicate"
            })
    void a_field_that_is_wrong_is_named(String right, String wrong, String said) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DefinitionReader.read(OWN.replaceFirst(right.replace("{", "\\{"), wrong), "own.json"))
                .withMessageStartingWith("own.json: ")
                .withMessageContaining(said);
    }

    @Test
    void what_people_think_is_never_told_of_fewer_than_five() {
        var rating = "\"satisfactionUnit\": {\"date\": \"RESOLVED\", \"numerator\": \"CONTENT\","
                + " \"denominator\": \"ENDED\", \"excludes\": [], \"minimum\": 4}, ";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DefinitionReader.read(OWN.replace("\"onTime\"", rating + "\"onTime\""), "own.json"))
                .withMessageContaining("figures.satisfactionUnit.minimum: a whole number from 5");
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_version_on_record_stays_whatever_becomes_of_its_file(DataSource database) throws IOException {
        var file = Files.writeString(folder.resolve("own.json"), OWN);
        var book = book(database, folder.toString());

        assertThat(book.all()).extracting(Definitions::version).containsExactly("2026-1", "2026-2", "office-1");
        assertThat(book.on(LocalDate.of(2026, 6, 30)).version()).isEqualTo("2026-2");
        assertThat(book.on(LocalDate.of(2026, 7, 1)).version()).isEqualTo("office-1");
        assertThat(book.on(LocalDate.of(1990, 1, 1)).version()).isEqualTo("2026-2");
        assertThatThrownBy(() -> book.version("definitions", "office-9")).isInstanceOf(Malformed.class);

        Files.writeString(file, OWN.replace("ENDED", "SETTLED"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book(database, folder.toString()))
                .withMessageContaining("office-1 are on record with another text");

        Files.delete(file);
        assertThat(book(database, "").version("definitions", "office-1").rule(Figure.RESOLUTION))
                .isEqualTo(book.version("definitions", "office-1").rule(Figure.RESOLUTION));
        for (var change : List.of("update figure_definition set text = '{}'", "delete from figure_definition")) {
            assertThatThrownBy(() -> new Reading(database).jdbc().sql(change).update())
                    .as(change)
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"statistics", "statistics_en"})
    void all_that_a_definition_may_say_has_words(String bundle) throws IOException {
        var words = new Properties();
        words.load(Files.newBufferedReader(Path.of("src/main/resources/" + bundle + ".properties")));
        for (var figure : Figure.values()) {
            var terms = FigureTerms.of(figure);
            assertThat(words).containsKeys(keys("rule.date.", terms.dates()));
            assertThat(words).containsKeys(keys("rule.numerator.", terms.numerators()));
            assertThat(words).containsKeys(keys("rule.denominator.", terms.denominators()));
            assertThat(words).containsKeys(keys("Excluded.", terms.excludes()));
            assertThat(words).containsKeys(keys("because.", terms.excludes()));
        }
    }

    private static Object[] keys(String prefix, List<String> names) {
        return names.stream().map(name -> (Object) (prefix + name)).toArray();
    }

    @Test
    void two_versions_for_the_same_days_are_refused_unless_one_replaces_the_other() throws IOException {
        Files.writeString(folder.resolve("a.json"), OWN);
        Files.writeString(folder.resolve("b.json"), OWN.replace("office-1", "office-2"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book(Databases.h2(), folder.toString()))
                .withMessageContaining("office-1, office-2 all hold from 2026-07-01");

        Files.writeString(
                folder.resolve("b.json"),
                OWN.replace("office-1", "office-2").replace("\"source\"", "\"replaces\": \"office-1\", \"source\""));
        assertThat(book(Databases.h2(), folder.toString())
                        .on(LocalDate.of(2026, 8, 1))
                        .version())
                .isEqualTo("office-2");
    }

    @Test
    void a_version_of_its_own_counts_as_it_says() {
        var own = DefinitionReader.read(OWN, "own.json");
        var ended = accepted("a").on(5, resolved("a", 5, "ENDED"));
        var withdrawn = accepted("b").on(5, new CaseWithdrawn("b", day(5), null));
        var lives = List.of(ended, withdrawn);

        assertThat(tally(Figure.RESOLUTION, ShippedDefinitions.NEWEST, lives).shown())
                .isEqualTo("0.00 %");
        assertThat(tally(Figure.RESOLUTION, own, lives).shown()).isEqualTo("100.00 %");
        assertThat(tally(Figure.RESOLUTION, own, lives).excluded()).isEqualTo(Map.of("WITHDRAWN", 1L));
        // a withdrawn case owes its result to the end, and an end that settles nothing is none
        assertThat(tally(Figure.ON_TIME, own, lives).denominator()).isEqualTo(2);
        assertThat(tally(Figure.ON_TIME, own, lives).numerator()).isZero();
        assertThat(own.knows(Figure.REPEAT)).isFalse();
        assertThat(tally(Figure.REPEAT, own, lives).isEmpty()).isTrue();
    }

    @Test
    void the_day_before_an_extension_counts_where_the_definitions_say_so() {
        var own = DefinitionReader.read(OWN, "own.json");
        var extended = accepted("a")
                .on(
                        40,
                        new DeadlineExtended(
                                "a", day(40), 10, LocalDate.of(2026, 5, 18), "head", true, "national-1", Life.WORDS))
                .on(70, resolved("a", 70, "SETTLED"));

        assertThat(tally(Figure.ON_TIME, ShippedDefinitions.NEWEST, List.of(extended))
                        .shown())
                .isEqualTo("100.00 %");
        assertThat(tally(Figure.ON_TIME, own, List.of(extended)).shown()).isEqualTo("0.00 %");
    }

    @Test
    void the_golden_arithmetic_is_that_of_both_versions_that_ship() {
        var resolved = Stream.iterate(0, n -> n + 1)
                .limit(110)
                .map(n -> accepted("r" + n).on(5, resolved("r" + n, 5, "SETTLED")));
        var lives = Stream.concat(
                        resolved, Stream.iterate(0, n -> n + 1).limit(30).map(n -> accepted("o" + n)))
                .toList();

        ShippedDefinitions.all()
                .forEach(version -> assertThat(
                                tally(Figure.RESOLUTION, version, lives).shown())
                        .isEqualTo("78.57 %"));
    }

    private static DefinitionBook book(DataSource database, String folder) {
        return new DefinitionBook(new Reading(database).jdbc(), Clock.systemUTC(), folder);
    }

    private static Tally tally(Figure figure, Definitions definitions, List<Life> lives) {
        var window = new Window(null, null, day(200), Reading.deadlines()).by(definitions);
        var tally = new Tally();
        lives.forEach(life ->
                figure.of(CaseFold.of(life.facts()).orElseThrow(), window).forEach(tally::add));
        return tally;
    }

    private static Life accepted(String id) {
        var life = new Life(id);
        return life.on(0, life.reported(0)).on(1, life.assigned(1, "u-town")).on(3, life.accepted(3));
    }

    private static CaseResolved resolved(String id, int day, String result) {
        return new CaseResolved(
                id, day(day), "SUPPORTED", result, Life.WORDS, List.of(), null, "ACCEPTS", false, null, "national-1");
    }
}
