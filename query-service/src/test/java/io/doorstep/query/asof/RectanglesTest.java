package io.doorstep.query.asof;

import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 双时展开。 */
class RectanglesTest {

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void at_every_moment_and_knowledge_exactly_the_fold_of_what_happened_and_was_known(long seed) {
        var facts = RandomLife.of("c1", seed).facts();
        var rectangles = Rectangles.of(facts);

        for (var knownAt : around(facts.stream().map(RecordedFact::recordedAt).toList())) {
            var known = knownAt(facts, knownAt);
            for (var at : around(facts.stream().map(RecordedFact::occurredAt).toList())) {
                var found = rectangles.stream()
                        .filter(one -> one.holds(at, knownAt))
                        .map(Rectangle::state)
                        .toList();
                assertThat(found).hasSizeLessThanOrEqualTo(1);
                assertThat(found.stream().findFirst()).isEqualTo(CaseFold.of(known, at));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_case_is_reported_once_and_either_open_closed_out_or_gone(long seed) {
        var state = CaseFold.of(RandomLife.of("c1", seed).facts()).orElseThrow();

        var gone = state.exit() != null;
        var closed = !gone && state.cycle().closedOutAt() != null;
        assertThat(List.of(state.open(), closed, gone)).containsOnlyOnce(true);
        assertThat(state.inForce().isPresent() && !state.open()).isFalse();
    }

    @Test
    void facts_in_order_leave_three_rectangles_each_but_the_first() {
        var facts = new Life("c1").untilClosedOut().facts();

        assertThat(Rectangles.of(facts)).hasSize(1 + 2 * (facts.size() - 1));
    }

    @Test
    void facts_recorded_at_one_moment_leave_nothing_that_nobody_can_ask_for() {
        var life = new Life("c1");
        life.recorded(9, life.reported(0))
                .recorded(9, life.assigned(1, "u-town"))
                .recorded(9, life.resolved(2, null));

        assertThat(Rectangles.of(life.facts()))
                .hasSize(3)
                .allMatch(one ->
                        one.recordedFrom().equals(day(9)) && one.recordedTo().equals(Rectangle.FOREVER));
    }

    @Test
    void a_fact_that_is_missing_is_an_error() {
        var facts = new Life("c1").untilClosedOut().facts();

        assertThatThrownBy(() -> Rectangles.change(facts.subList(0, 2), facts.get(3)))
                .isInstanceOf(IllegalStateException.class);
    }

    /** The facts with their recording times in order, as far as they were recorded by then. */
    private static List<RecordedFact> knownAt(List<RecordedFact> facts, Instant knownAt) {
        var known = new ArrayList<RecordedFact>();
        Optional<Instant> last = Optional.empty();
        for (var fact : facts) {
            var at = last.filter(fact.recordedAt()::isBefore).orElse(fact.recordedAt());
            last = Optional.of(at);
            if (!at.isAfter(knownAt)) {
                known.add(fact);
            }
        }
        return known;
    }

    private static Set<Instant> around(List<Instant> moments) {
        var all = new TreeSet<Instant>();
        moments.forEach(moment -> {
            all.add(moment.minusMillis(1));
            all.add(moment);
            all.add(moment.plusMillis(1));
        });
        return all;
    }
}
