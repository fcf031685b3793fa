package io.doorstep.command.weeks.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.weeks.Point;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaysTest {

    private static final List<String> CODES =
            IntStream.range(0, 9).mapToObj(i -> "P" + i).toList();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void the_shortest_round_is_as_long_as_the_way_in_its_order_and_none_is_shorter(int stops) {
        var random = new Random(stops);
        for (var i = 0; i < 200; i++) {
            var centres = centres(random);
            var ways = new Ways(CODES, centres);
            var places = IntStream.range(1, 1 + stops).toArray();

            var round = ways.round(0, places);

            assertThat(round).isEqualTo(walked(ways.order(0, places), centres));
            assertThat(round).isEqualTo(shortest(places, 0, centres));
        }
    }

    private static Map<String, Point> centres(Random random) {
        var centres = new HashMap<String, Point>();
        for (var code : CODES) {
            // now and then nobody knows where a place lies
            if (code.equals("P0") || random.nextInt(5) > 0) {
                centres.put(code, new Point(27 + random.nextDouble(), 110 + random.nextDouble()));
            }
        }
        return centres;
    }

    private static long shortest(int[] order, int fixed, Map<String, Point> centres) {
        if (fixed == order.length) {
            return walked(order, centres);
        }
        var best = Long.MAX_VALUE;
        for (var i = fixed; i < order.length; i++) {
            var next = Arrays.copyOf(order, order.length);
            next[fixed] = order[i];
            next[i] = order[fixed];
            best = Math.min(best, shortest(next, fixed + 1, centres));
        }
        return best;
    }

    private static long walked(int[] order, Map<String, Point> centres) {
        var home = centres.get("P0");
        var at = home;
        var way = 0L;
        for (var stop : order) {
            var place = centres.get("P" + stop);
            if (place != null && at != null) {
                way += at.metresTo(place);
                at = place;
            }
        }
        return at == null || home == null ? way : way + at.metresTo(home);
    }
}
