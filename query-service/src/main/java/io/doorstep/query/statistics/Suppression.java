package io.doorstep.query.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * 小数隐匿。 Which rows of a table are not published, so that no reader learns a count of one to four people: neither from a
 * cell nor by taking the rows that he sees from the total. Source: the usual rule of statistical offices, primary and
 * complementary cell suppression with threshold five, for rows that add up to the total.
 *
 * @param rows positions of the rows that are hidden
 * @param total whether the total is hidden: it is too small itself
 */
record Suppression(Set<Integer> rows, boolean total) {

    /** Counts below it are not published, but for zero. */
    static final long LEAST = 5;

    /**
     * Decides it for one figure.
     *
     * @param rows of each row the counts that must not become known while they are small; all of one length
     */
    static Suppression of(List<long[]> rows) {
        return of(rows, LEAST);
    }

    /** The same with a threshold of a version's own. */
    static Suppression of(List<long[]> rows, long least) {
        var hidden = new TreeSet<Integer>();
        IntStream.range(0, rows.size()).filter(n -> isSmall(rows.get(n), least)).forEach(hidden::add);
        if (isSmall(sum(rows, IntStream.range(0, rows.size()).boxed().toList()), least)) {
            // without the total nobody can take the others from it
            return new Suppression(hidden, true);
        }
        while (!hidden.isEmpty() && (hidden.size() == 1 || isSmall(sum(rows, hidden), least))) {
            hidden.add(next(rows, hidden, least));
        }
        return new Suppression(hidden, false);
    }

    /** The least row that helps: one that adds to a sum which is too small, or else any that is not empty. */
    private static int next(List<long[]> rows, Set<Integer> hidden, long least) {
        var sum = sum(rows, hidden);
        return IntStream.range(0, rows.size())
                .filter(n -> !hidden.contains(n))
                .boxed()
                .min(Comparator.<Integer>comparingInt(
                                n -> helps(rows.get(n), sum, least) ? 0 : isEmpty(rows.get(n)) ? 2 : 1)
                        .thenComparingLong(n -> size(rows.get(n))))
                .orElseThrow();
    }

    private static boolean helps(long[] row, long[] sum, long least) {
        return IntStream.range(0, sum.length).anyMatch(n -> isSmall(sum[n], least) && row[n] > 0);
    }

    private static boolean isEmpty(long[] row) {
        return size(row) == 0;
    }

    private static long size(long[] row) {
        return IntStream.range(0, row.length).mapToLong(n -> row[n]).sum();
    }

    private static long[] sum(List<long[]> rows, Iterable<Integer> which) {
        var sum = new long[rows.isEmpty() ? 0 : rows.get(0).length];
        which.forEach(n -> IntStream.range(0, sum.length).forEach(at -> sum[at] += rows.get(n)[at]));
        return sum;
    }

    private static boolean isSmall(long[] counts, long least) {
        return IntStream.range(0, counts.length).anyMatch(n -> isSmall(counts[n], least));
    }

    private static boolean isSmall(long count, long least) {
        return count > 0 && count < least;
    }
}
