package io.doorstep.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.identity.Actor;
import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.Days;
import io.doorstep.query.asof.Life;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.asof.RandomLife;
import io.doorstep.query.asof.Reading;
import io.doorstep.terms.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 起讫日。 A case that is passed over, because no date of it lies in the window, would have counted nowhere. */
class DatedCasesTest {

    private static final Actor AUDITOR = Actor.of("auditor", null, Role.SUPERVISOR);

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void what_is_passed_over_counts_in_no_figure_duty_or_deed_of_the_window(DataSource database) {
        var reading = new Reading(database);
        IntStream.range(0, 200)
                .mapToObj(n -> RandomLife.of("case" + n, 9_000 + n))
                .forEach(reading::read);

        var passedOver = 0;
        var random = new Random(7);
        for (var i = 0; i < 20; i++) {
            var at = Life.day(30 + random.nextInt(100));
            var moment = i % 2 == 0 ? Moment.present(at) : Moment.of(at, Life.day(random.nextInt(60)), at);
            var from = random.nextInt(80);
            var window = new Window(
                    i % 5 == 0 ? null : Life.day(from).plusSeconds(random.nextInt(86_400)),
                    i % 7 == 0 ? null : Life.day(from + 1 + random.nextInt(10)),
                    at,
                    Reading.deadlines());
            var read = new HashSet<String>();
            reading.cases()
                    .eachCounted(AUDITOR, moment, CaseFilter.ALL, window.days(), state -> read.add(state.caseId()));
            var others = others(reading, moment, read);
            passedOver += others.size();

            assertThat(others).allSatisfy(state -> {
                assertThat(counted(state, window)).isEmpty();
                assertThat(Duties.of(state, window)).isEmpty();
                assertThat(Stream.of(Deed.values()).mapToLong(deed -> deed.times(state, window)))
                        .containsOnly(0L);
                assertThat(Deed.supervisions(state, window)).isEmpty();
            });
        }
        assertThat(passedOver).isGreaterThan(100);
    }

    private static List<CaseAsOf> others(Reading reading, Moment moment, Set<String> read) {
        var others = Stream.<CaseAsOf>builder();
        reading.cases().eachCounted(AUDITOR, moment, CaseFilter.ALL, Days.ALL, state -> {
            if (!read.contains(state.caseId())) {
                others.add(state);
            }
        });
        return others.build().toList();
    }

    /** By every version of the definitions that ships. */
    private static List<Counted> counted(CaseAsOf state, Window window) {
        return ShippedDefinitions.all().stream()
                .map(window::by)
                .flatMap(by -> by.definitions().figures().stream().flatMap(figure -> figure.of(state, by).stream()))
                .toList();
    }
}
