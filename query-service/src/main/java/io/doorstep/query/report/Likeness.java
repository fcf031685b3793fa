package io.doorstep.query.report;

import java.util.HashSet;
import java.util.Set;

/** 标题相近度。 How alike two titles are: shared pairs of characters over all pairs of both, 0 to 1 (Jaccard). */
final class Likeness {

    /** From here on an officer is told. Chosen on titles of three to twenty characters: two of five pairs. */
    static final double SIMILAR = 0.4;

    private Likeness() {}

    static double of(String one, String other) {
        var first = pairs(one);
        var second = pairs(other);
        if (first.isEmpty() || second.isEmpty()) {
            return 0;
        }
        var all = new HashSet<>(first);
        all.addAll(second);
        first.retainAll(second);
        return (double) first.size() / all.size();
    }

    private static Set<String> pairs(String title) {
        var letters = title.codePoints().filter(Character::isLetterOrDigit).toArray();
        var pairs = new HashSet<String>();
        for (var i = 0; i + 1 < letters.length; i++) {
            pairs.add(new String(letters, i, 2));
        }
        return pairs;
    }
}
