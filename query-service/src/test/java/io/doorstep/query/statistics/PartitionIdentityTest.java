package io.doorstep.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.identity.Actor;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.Days;
import io.doorstep.query.asof.Life;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.asof.RandomLife;
import io.doorstep.query.asof.Reading;
import io.doorstep.reference.ReferencePaths;
import io.doorstep.terms.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 平衡关系。 Reported = open + closed out (net) + exits, after the random lives of 500 cases, at any (t, k). */
class PartitionIdentityTest {

    private static final Actor AUDITOR = Actor.of("auditor", null, Role.SUPERVISOR);

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void every_reported_case_is_open_closed_out_or_gone(DataSource database) {
        var reading = new Reading(database);
        var lives = IntStream.range(0, 500)
                .mapToObj(n -> RandomLife.of("case" + n, 7_000 + n))
                .toList();
        lives.forEach(reading::read);
        var statistics = new Statistics(reading.cases(), new ReferencePaths(reading.reference()), Reading.ZONE);

        var random = new Random(42);
        for (var i = 0; i < 10; i++) {
            var at = Life.day(random.nextInt(60));
            var moment = Moment.of(at, Life.day(random.nextInt(60)), at);
            var expected =
                    lives.stream().filter(life -> reportedBy(life, moment)).count();
            var open = new ArrayList<String>();
            var closedOut = new ArrayList<String>();
            var gone = new ArrayList<String>();
            reading.cases().eachCounted(AUDITOR, moment, CaseFilter.ALL, Days.ALL, state -> {
                if (state.exit() != null) {
                    gone.add(state.caseId());
                } else if (state.open()) {
                    open.add(state.caseId());
                } else {
                    closedOut.add(state.caseId());
                }
            });
            var window = new Window(null, null, at, Reading.deadlines());
            var row = statistics
                    .ask(new Question(AUDITOR, moment, window, CaseFilter.ALL, null))
                    .total();

            assertThat(open.size() + closedOut.size() + gone.size()).isEqualTo((int) expected);
            assertThat(row.tally(Figure.CLOSE_OUT).numerator()).isEqualTo(closedOut.size());
            assertThat(onProblemList(reading, moment)).isEqualTo(open.size());
            var resolution = row.tally(Figure.RESOLUTION);
            assertThat(resolution.denominator()
                            + resolution.excluded().values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum())
                    .isEqualTo(expected);
        }
    }

    private static boolean reportedBy(Life life, Moment moment) {
        var knownAt = moment.knownAt();
        var report = life.facts().get(0);
        return !report.occurredAt().isAfter(moment.holdsAt())
                && (knownAt == null || !report.recordedAt().isAfter(knownAt));
    }

    private static long onProblemList(Reading reading, Moment moment) {
        var open = List.of("REPORTED", "ASSIGNED", "SIGNED", "ACCEPTED", "RESOLVED", "REVISITED");
        var filter = new CaseFilter(null, null, null, List.of(), null, List.of(), open, List.of(), null, null, null);
        var count = new ArrayList<String>();
        reading.cases().eachCounted(AUDITOR, moment, filter, Days.ALL, state -> count.add(state.caseId()));
        return count.size();
    }
}
