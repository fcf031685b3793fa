package io.doorstep.query.since;

import io.doorstep.query.freeze.Move;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * 与现在的差别。 How a list or figure of the past differs from what it says now.
 *
 * @param groups how many things moved alike, most first
 * @param cases each of them, at most {@link #MOST}
 * @param all how many there are
 */
record Since(List<Group> groups, List<Item> cases, long all) {

    static final int MOST = 200;

    /** 方向。 */
    enum Direction {
        /** 现在多出。 It is there now and was not. */
        ENTERED,
        /** 现在没有了。 It was there and is not now. */
        LEFT,
        /** 换了一边。 It stands elsewhere now. */
        MOVED
    }

    /**
     * 同样变动的若干件。
     *
     * @param before where they stood, of things that moved within
     * @param fact name of the fact that moved them; null when no fact of their own did
     * @param late whether it was so then, and nobody had recorded it
     */
    record Group(
            Direction direction,
            @Nullable String before,
            @Nullable String after,
            @Nullable String fact,
            boolean late,
            long count)
            implements Comparable<Group> {

        private static final Comparator<Group> ORDER = Comparator.comparing(Group::direction)
                .thenComparing(group -> String.valueOf(group.before))
                .thenComparing(group -> String.valueOf(group.after))
                .thenComparing(group -> !group.late)
                .thenComparing(group -> String.valueOf(group.fact));

        @Override
        public int compareTo(Group other) {
            return ORDER.compare(this, other);
        }

        Group of(long number) {
            return new Group(direction, before, after, fact, late, number);
        }
    }

    /** 变动的一件。 */
    record Item(
            String caseId,
            String number,
            Group how,
            @Nullable Instant occurredAt,
            @Nullable Instant recordedAt) {}

    static Since of(List<Move> moves) {
        var counts = new TreeMap<Group, Long>();
        moves.forEach(move -> counts.merge(how(move), 1L, Long::sum));
        return new Since(
                counts.entrySet().stream()
                        .map(one -> one.getKey().of(one.getValue()))
                        .toList(),
                moves.stream().limit(MOST).map(Since::item).toList(),
                moves.size());
    }

    private static Item item(Move move) {
        var why = move.why();
        return new Item(
                move.side().caseId(),
                move.side().number(),
                how(move),
                why == null ? null : why.occurredAt(),
                why == null ? null : why.recordedAt());
    }

    private static Group how(Move move) {
        var direction =
                move.before() == null ? Direction.ENTERED : move.after() == null ? Direction.LEFT : Direction.MOVED;
        var why = move.why();
        return new Group(direction, move.before(), move.after(), why == null ? null : why.type(), move.late(), 1);
    }
}
