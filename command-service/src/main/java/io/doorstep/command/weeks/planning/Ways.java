package io.doorstep.command.weeks.planning;

import io.doorstep.weeks.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** 里程表。 How far it is between the places of a week, and the shortest round through some of them. */
final class Ways {

    /** So many stops are tried in every order; with more the nearest comes next. */
    private static final int EXACT = 8;

    /** So many stops have so few rounds that all are laid side by side. */
    private static final int FEW = 4;

    private final List<String> codes;
    private final @Nullable Point[] points;
    private final long[][] metres;
    private final Map<Round, Long> rounds = new HashMap<>();

    private record Round(int home, List<Integer> places) {}

    Ways(List<String> codes, Map<String, Point> centres) {
        this.codes = List.copyOf(codes);
        this.points = codes.stream().map(centres::get).toArray(Point[]::new);
        this.metres = new long[points.length][points.length];
        for (var from = 0; from < points.length; from++) {
            for (var to = 0; to < points.length; to++) {
                var start = points[from];
                var end = points[to];
                metres[from][to] = start == null || end == null ? 0 : start.metresTo(end);
            }
        }
    }

    int number(String code) {
        return codes.indexOf(code);
    }

    boolean isKnown(int place) {
        return points[place] != null;
    }

    /** Metres from home through the places and back; places that nobody knows, and an unknown home, are left out. */
    long round(int home, int[] places) {
        if (places.length <= FEW && isKnown(home)) {
            return few(home, places);
        }
        return places.length <= 2
                ? walked(home, places)
                : rounds.computeIfAbsent(
                        new Round(home, Arrays.stream(places).boxed().toList()), round -> shortest(home, places));
    }

    /** The same for a usual day, which is asked for a hundred thousand times a second: all rounds, each in one direction. */
    private long few(int home, int[] places) {
        var known = 0;
        var at = new int[FEW];
        for (var place : places) {
            if (isKnown(place)) {
                at[known++] = place;
            }
        }
        var from = metres[home];
        return switch (known) {
            case 0 -> 0;
            case 1 -> 2 * from[at[0]];
            case 2 -> from[at[0]] + metres[at[0]][at[1]] + from[at[1]];
            case 3 ->
                Math.min(
                        from[at[0]] + through(at[0], at[1], at[2]) + from[at[2]],
                        Math.min(
                                from[at[0]] + through(at[0], at[2], at[1]) + from[at[1]],
                                from[at[1]] + through(at[1], at[0], at[2]) + from[at[2]]));
            default -> fourth(from, at);
        };
    }

    private long fourth(long[] from, int[] at) {
        var best = Long.MAX_VALUE;
        for (var first = 0; first < FEW - 1; first++) {
            for (var last = first + 1; last < FEW; last++) {
                var one = first == 0 ? (last == 1 ? 2 : 1) : 0;
                var other = FEW * (FEW - 1) / 2 - first - last - one;
                var ends = from[at[first]] + from[at[last]] + metres[at[one]][at[other]];
                best = Math.min(best, ends + metres[at[first]][at[one]] + metres[at[other]][at[last]]);
                best = Math.min(best, ends + metres[at[first]][at[other]] + metres[at[one]][at[last]]);
            }
        }
        return best;
    }

    private long through(int one, int two, int three) {
        return metres[one][two] + metres[two][three];
    }

    private long shortest(int home, int[] places) {
        return walked(home, order(home, places));
    }

    private long walked(int home, int[] order) {
        var way = 0L;
        var at = isKnown(home) ? home : -1;
        for (var place : order) {
            if (isKnown(place)) {
                way += at < 0 ? 0 : metres[at][place];
                at = place;
            }
        }
        return at < 0 || !isKnown(home) ? way : way + metres[at][home];
    }

    /** The places in the order of the shortest round; unknown ones stand last, as given. */
    int[] order(int home, int[] places) {
        var known = Arrays.stream(places).filter(this::isKnown).toArray();
        var unknown = Arrays.stream(places).filter(place -> !isKnown(place));
        var start = isKnown(home) ? home : -1;
        var order = known.length <= 1 ? known : known.length <= EXACT ? exact(start, known) : nearest(start, known);
        return IntStream.concat(Arrays.stream(order), unknown).toArray();
    }

    /** Held and Karp: the shortest way through each set of places that ends at each of them. */
    private int[] exact(int home, int[] places) {
        var n = places.length;
        var full = (1 << n) - 1;
        var best = new long[full + 1][n];
        var before = new int[full + 1][n];
        for (var set = 1; set <= full; set++) {
            for (var last = 0; last < n; last++) {
                best[set][last] = Long.MAX_VALUE;
                if ((set & 1 << last) == 0) {
                    continue;
                }
                var rest = set & ~(1 << last);
                if (rest == 0) {
                    best[set][last] = home < 0 ? 0 : metres[home][places[last]];
                    continue;
                }
                for (var previous = 0; previous < n; previous++) {
                    if ((rest & 1 << previous) != 0) {
                        var way = best[rest][previous] + metres[places[previous]][places[last]];
                        if (way < best[set][last]) {
                            best[set][last] = way;
                            before[set][last] = previous;
                        }
                    }
                }
            }
        }
        var last = 0;
        for (var end = 1; end < n; end++) {
            if (closed(best[full][end], home, places[end]) < closed(best[full][last], home, places[last])) {
                last = end;
            }
        }
        var order = new int[n];
        var set = full;
        for (var step = n - 1; step >= 0; step--) {
            order[step] = places[last];
            var previous = before[set][last];
            set &= ~(1 << last);
            last = previous;
        }
        return order;
    }

    private long closed(long way, int home, int end) {
        return home < 0 ? way : way + metres[end][home];
    }

    private int[] nearest(int home, int[] places) {
        var left = new ArrayList<Integer>();
        Arrays.stream(places).forEach(left::add);
        var order = new int[places.length];
        var at = home;
        for (var step = 0; step < order.length; step++) {
            var from = at;
            var next = left.stream()
                    .min(Comparator.comparingLong((Integer place) -> from < 0 ? 0 : metres[from][place])
                            .thenComparing(Comparator.naturalOrder()))
                    .orElseThrow();
            left.remove(next);
            order[step] = next;
            at = next;
        }
        return order;
    }
}
