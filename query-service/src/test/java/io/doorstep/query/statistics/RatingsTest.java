package io.doorstep.query.statistics;

import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.events.cases.CaseLinked;
import io.doorstep.events.cases.CaseVoided;
import io.doorstep.events.cases.ReviewDecided;
import io.doorstep.events.cases.SatisfactionRated;
import io.doorstep.identity.Actor;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.CaseFold;
import io.doorstep.query.asof.Life;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.asof.Reading;
import io.doorstep.reference.ReferencePaths;
import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import io.doorstep.web.Named;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 评价与一次性化解。 */
class RatingsTest {

    private static final Actor SUPERVISOR = Actor.of("supervisor", null, Role.SUPERVISOR);

    @Test
    void of_9_results_5_rated_and_3_of_these_content() {
        var rated = Stream.of("SATISFIED", "SATISFIED", "MOSTLY_SATISFIED", "DISSATISFIED", "DISSATISFIED")
                .map(rating -> rated("r", rating));
        var silent = IntStream.range(0, 4).mapToObj(n -> closed("s" + n));
        var lives = Stream.concat(rated, silent).toList();

        var satisfaction = tally(Figure.SATISFACTION_UNIT, day(100), lives);
        assertThat(satisfaction.shown()).isEqualTo("60.00 %");
        assertThat(satisfaction.excluded()).isEqualTo(Map.of("WINDOW_OVER", 4L));
        assertThat(tally(Figure.PARTICIPATION_UNIT, day(100), lives).shown()).isEqualTo("55.56 %");
        assertThat(tally(Figure.PARTICIPATION_BUREAU, day(100), lives).shown()).isEqualTo("0.00 %");
        assertThat(tally(Figure.SATISFACTION_BUREAU, day(100), lives).shown()).isEqualTo("—");
    }

    @Test
    void while_the_time_to_rate_runs_nobody_missed_it() {
        // resolved on day 4, 30 days to rate
        var early = tally(Figure.PARTICIPATION_UNIT, day(34), List.of(closed("a")));

        assertThat(early.shown()).isEqualTo("—");
        assertThat(early.excluded()).isEqualTo(Map.of("RATING_WINDOW_OPEN", 1L));
        assertThat(tally(Figure.PARTICIPATION_UNIT, day(35), List.of(closed("a")))
                        .shown())
                .isEqualTo("0.00 %");
    }

    @Test
    void the_last_rating_of_a_cycle_counts_and_each_cycle_has_its_own() {
        var life = rated("a", "DISSATISFIED").on(8, rating("a", 8, "SATISFIED"));
        assertThat(tally(Figure.SATISFACTION_UNIT, day(100), List.of(life)).shown())
                .isEqualTo("100.00 %");

        life.on(10, life.reopened(10, "REQUEST"))
                .on(20, life.resolved(20, null))
                .on(21, rating("a", 21, "DISSATISFIED"));
        assertThat(CaseFold.of(life.facts(), day(100)).orElseThrow().ratings())
                .extracting(one -> one.cycle() + " " + one.rating() + " " + one.replaced())
                .containsExactly("1 DISSATISFIED true", "1 SATISFIED false", "2 DISSATISFIED false");
        assertThat(tally(Figure.SATISFACTION_UNIT, day(100), List.of(life)).shown())
                .isEqualTo("50.00 %");
    }

    @Test
    void what_fewer_than_five_think_is_hidden_and_cannot_be_computed() {
        var reading = new Reading(Databases.h2());
        IntStream.range(0, 6).forEach(n -> reading.read(ratedBy("town" + n, "u-town")));
        IntStream.range(0, 2).forEach(n -> reading.read(ratedBy("water" + n, "u-water")));
        IntStream.range(0, 7).forEach(n -> reading.read(ratedBy("court" + n, "u-court")));
        var statistics = statistics(reading);
        var question = question(day(100), Dimension.UNIT);
        var answer = statistics.ask(question);

        assertThat(answer.total().tally(Figure.SATISFACTION_UNIT).shown()).isEqualTo("100.00 %");
        assertThat(answer.rows())
                .extracting(row ->
                        row.key() + " " + row.tally(Figure.SATISFACTION_UNIT).shown())
                .as("one hidden row alone would be the rest of the total")
                .containsExactly("u-court 100.00 %", "u-town ＊", "u-water ＊");
        assertThat(answer.rows().get(2).tally(Figure.SATISFACTION_UNIT))
                .extracting(Tally::why, Tally::toldNumerator, Tally::toldDenominator)
                .containsExactly("FEWER_THAN_FIVE", null, null);
        assertThatThrownBy(() -> statistics.behind(question, Figure.SATISFACTION_UNIT, "u-water"))
                .isInstanceOf(Named.class)
                .hasMessage("FEWER_THAN_FIVE");
        assertThat(statistics.behind(question, Figure.SATISFACTION_UNIT, "u-court"))
                .hasSize(7);
    }

    @Test
    void a_hidden_place_hides_all_below_it() {
        var reading = new Reading(Databases.h2());
        IntStream.range(0, 3).forEach(n -> reading.read(rated("a" + n, "SATISFIED")));
        var answer = statistics(reading).ask(question(day(100), Dimension.PLACE));

        assertThat(answer.total().tally(Figure.SATISFACTION_UNIT).shown()).isEqualTo("＊");
        assertThat(answer.rows())
                .isNotEmpty()
                .allMatch(row -> row.tally(Figure.SATISFACTION_UNIT).suppressed());
    }

    @Test
    void what_stays_settled_for_the_days_of_observation_was_settled_at_once() {
        // closed out on day 6, observed until day 96
        var reopened = closed("b").on(50, new Life("b").reopened(50, "REQUEST"));
        var reopenedLater = closed("c").on(120, new Life("c").reopened(120, "REQUEST"));
        var adverse = closed("d").on(40, new ReviewDecided("d", day(40), "REVIEW", "REVOKED", null));
        var upheld = closed("e").on(40, new ReviewDecided("e", day(40), "REVIEW", "UPHELD", null));
        var repeat = closed("f").on(2, new CaseLinked("f", day(2), "a", "REPEAT_OF", null));
        var voided = closed("g").on(9, new CaseVoided("g", day(9), Life.WORDS));
        var all = List.of(closed("a"), reopened, reopenedLater, adverse, upheld, repeat, voided);

        var tally = tally(Figure.FIRST_TIME, day(200), all);
        assertThat(tally.numerator()).as("a, c, e").isEqualTo(3);
        assertThat(tally.denominator()).as("and b, d").isEqualTo(5);
        assertThat(tally.excluded()).isEqualTo(Map.of("VOIDED", 1L));
        assertThat(tally(Figure.FIRST_TIME, day(96), List.of(closed("a"))).excluded())
                .isEqualTo(Map.of("NOT_YET_OBSERVED", 1L));
        assertThat(tally(Figure.FIRST_TIME, day(97), List.of(closed("a"))).shown())
                .isEqualTo("100.00 %");
    }

    @Test
    void a_repeat_in_those_days_counts_against_the_first_case() {
        var reading = new Reading(Databases.h2());
        reading.read(closed("a"));
        reading.read(closed("b"));
        var again = new Life("c");
        reading.read(again.on(60, again.reported(60)).on(61, new CaseLinked("c", day(61), "a", "REPEAT_OF", null)));

        var total = statistics(reading).ask(question(day(200), null)).total();
        assertThat(total.tally(Figure.FIRST_TIME).shown()).isEqualTo("50.00 %");
    }

    private static Statistics statistics(Reading reading) {
        return new Statistics(reading.cases(), new ReferencePaths(reading.reference()), Reading.ZONE);
    }

    private static Question question(Instant at, @Nullable Dimension by) {
        var window = new Window(null, null, at, Reading.deadlines());
        return new Question(SUPERVISOR, Moment.of(at, null, at), window, CaseFilter.ALL, by);
    }

    private static Tally tally(Figure figure, Instant at, List<Life> lives) {
        var window = new Window(null, null, at, Reading.deadlines());
        var tally = new Tally();
        lives.stream()
                .map(life -> CaseFold.of(life.facts(), at).orElseThrow())
                .flatMap(state -> figure.of(state, window).stream())
                .forEach(tally::add);
        return tally;
    }

    private static Life closed(String id) {
        return new Life(id).untilClosedOut();
    }

    private static Life rated(String id, String rating) {
        return closed(id).on(7, rating(id, 7, rating));
    }

    private static Life ratedBy(String id, String unit) {
        var life = new Life(id);
        return life.on(0, life.reported(0))
                .on(1, life.assigned(1, unit))
                .on(4, life.resolved(4, null))
                .on(7, rating(id, 7, "SATISFIED"));
    }

    private static SatisfactionRated rating(String id, int day, String rating) {
        return new SatisfactionRated(id, day(day), "HANDLING_UNIT", rating, null);
    }
}
