package io.doorstep.proof.check;

import io.doorstep.proof.HashAlgorithm;
import io.doorstep.proof.StoredFact;
import io.doorstep.proof.check.Finding.Kind;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** 事实对照。 Compares every fact of the store with its line of the ledger, side by side in the order of their index. */
final class FactComparison {

    private final HashAlgorithm algorithm;
    private final LongConsumer progress;
    private final List<Finding> inserted = new ArrayList<>();
    private final List<LedgerLine> missing = new ArrayList<>();
    private final List<LedgerLine> different = new ArrayList<>();
    private final List<ByteBuffer> differentLeaves = new ArrayList<>();
    private long facts;
    private long waiting;
    private long lastPosition = -1;

    FactComparison(HashAlgorithm algorithm, LongConsumer progress) {
        this.algorithm = algorithm;
        this.progress = progress;
    }

    void compare(Iterator<StoredFact> facts, Iterator<LedgerLine> lines) {
        var fact = next(facts);
        var line = next(lines);
        while (fact != null || line != null) {
            if (line == null) {
                waiting++;
                fact = counted(facts);
            } else if (fact == null || line.index() < fact.index()) {
                missing.add(line);
                line = counted(line, lines);
            } else if (fact.index() < line.index()) {
                inserted.add(new Finding(Kind.INSERTED, -1, fact.index(), null));
                fact = counted(facts);
            } else {
                var leaf = fact.leaf(algorithm);
                if (!Arrays.equals(leaf, line.leaf())) {
                    different.add(line);
                    differentLeaves.add(ByteBuffer.wrap(leaf));
                }
                fact = counted(facts);
                line = counted(line, lines);
            }
        }
    }

    long facts() {
        return facts;
    }

    long waiting() {
        return waiting;
    }

    List<Finding> findings() {
        var found = new ArrayList<>(inserted);
        found.addAll(gone());
        Set<ByteBuffer> recorded = new HashSet<>();
        different.forEach(line -> recorded.add(ByteBuffer.wrap(line.leaf())));
        for (var i = 0; i < different.size(); i++) {
            var elsewhere = recorded.contains(differentLeaves.get(i));
            found.add(Finding.of(elsewhere ? Kind.REORDERED : Kind.CHANGED, different.get(i)));
        }
        return found;
    }

    /** Facts that are gone: the latest ones are one finding, however many they are. */
    private List<Finding> gone() {
        var positions = new HashSet<Long>();
        missing.forEach(line -> positions.add(line.position()));
        var end = lastPosition + 1;
        while (positions.contains(end - 1)) {
            end--;
        }
        var cut = end;
        var found = new ArrayList<Finding>();
        missing.stream()
                .filter(line -> line.position() < cut)
                .forEach(line -> found.add(Finding.of(Kind.REMOVED, line)));
        if (cut <= lastPosition) {
            found.add(Finding.at(Kind.CUT_OFF, cut));
        }
        return found;
    }

    private @Nullable StoredFact counted(Iterator<StoredFact> rest) {
        facts++;
        progress.accept(facts);
        return next(rest);
    }

    private @Nullable LedgerLine counted(LedgerLine done, Iterator<LedgerLine> rest) {
        lastPosition = Math.max(lastPosition, done.position());
        return next(rest);
    }

    private static <T> @Nullable T next(Iterator<T> rest) {
        return rest.hasNext() ? rest.next() : null;
    }
}
