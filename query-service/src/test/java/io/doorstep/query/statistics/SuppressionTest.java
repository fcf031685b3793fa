package io.doorstep.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** 小数隐匿。 */
class SuppressionTest {

    @Test
    void a_small_row_goes_and_takes_another_along() {
        var hidden = Suppression.of(List.of(row(3, 9), row(40, 8), row(20, 5), row(6, 30)));

        assertThat(hidden.rows())
                .as("the second row that is smallest and makes up the sum")
                .containsExactly(0, 2);
        assertThat(hidden.total()).isFalse();
    }

    @Test
    void zero_is_no_secret_and_a_table_without_small_counts_stays_whole() {
        var hidden = Suppression.of(List.of(row(0, 9), row(40, 0), row(0, 0)));

        assertThat(hidden.rows()).isEmpty();
        assertThat(hidden.total()).isFalse();
    }

    @Test
    void a_total_that_is_too_small_is_hidden_itself_and_no_row_needs_to_go_for_it() {
        var hidden = Suppression.of(List.of(row(2, 90), row(1, 40), row(0, 50)));

        assertThat(hidden.total()).isTrue();
        assertThat(hidden.rows()).containsExactly(0, 1);
    }

    @Test
    void an_empty_row_hides_nothing_so_a_fuller_one_goes() {
        assertThat(Suppression.of(List.of(row(4, 9), row(0, 0), row(70, 70))).rows())
                .containsExactly(0, 2);
    }

    @Test
    void a_single_row_is_the_total() {
        var hidden = Suppression.of(List.of(row(4, 9)));

        assertThat(hidden.rows()).containsExactly(0);
        assertThat(hidden.total()).isTrue();
        assertThat(Suppression.of(List.of()).rows()).isEmpty();
    }

    /** The one who takes all visible rows from a visible total must be left with several rows that hold nothing or many. */
    @Test
    void nobody_reckons_a_small_count_from_the_total() {
        var random = new Random(20260);
        for (var round = 0; round < 20_000; round++) {
            var rows = table(random);
            var hidden = Suppression.of(rows);
            var left = new long[rows.get(0).length];
            for (var n = 0; n < rows.size(); n++) {
                for (var at = 0; at < left.length; at++) {
                    var count = rows.get(n)[at];
                    if (hidden.rows().contains(n)) {
                        left[at] += count;
                    } else {
                        assertThat(count).as("what is seen, round %s", round).matches(SuppressionTest::harmless);
                    }
                }
            }
            var total = IntStream.range(0, left.length)
                    .mapToLong(at -> rows.stream().mapToLong(row -> row[at]).sum());
            assertThat(hidden.total()).isEqualTo(!total.allMatch(SuppressionTest::harmless));
            if (!hidden.total()) {
                assertThat(hidden.rows().size()).as("round %s", round).isNotEqualTo(1);
                assertThat(left)
                        .as("what is left, round %s", round)
                        .matches(sums -> IntStream.range(0, sums.length).allMatch(at -> harmless(sums[at])));
            }
        }
    }

    private static List<long[]> table(Random random) {
        var width = 1 + random.nextInt(4);
        var most = 1 + random.nextInt(60);
        var rows = new ArrayList<long[]>();
        for (var n = random.nextInt(12); n >= 0; n--) {
            rows.add(IntStream.range(0, width)
                    .mapToLong(at -> Math.max(0, random.nextInt(most) - random.nextInt(12)))
                    .toArray());
        }
        return rows;
    }

    private static boolean harmless(long count) {
        return count == 0 || count >= 5;
    }

    private static long[] row(long... counts) {
        return counts;
    }
}
