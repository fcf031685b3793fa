package io.doorstep.proof.check;

import io.doorstep.proof.check.Finding.Kind;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** 逐叶对照。 Compares the leaves that were sent to a second place with those that the ledger has now, and says what became of each. */
final class LeafComparison {

    private final List<byte[]> sent;
    private final List<LedgerLine> kept;
    private final Set<ByteBuffer> sentSet = new HashSet<>();
    private final Set<ByteBuffer> keptSet = new HashSet<>();

    /** Both from the first position on; the ledger may have grown since. */
    LeafComparison(List<byte[]> sent, List<LedgerLine> kept) {
        this.sent = sent;
        this.kept = kept;
        sent.forEach(leaf -> sentSet.add(ByteBuffer.wrap(leaf)));
        kept.forEach(line -> keptSet.add(ByteBuffer.wrap(line.leaf())));
    }

    List<Finding> findings() {
        var found = new ArrayList<Finding>();
        var end = lastSent() + 1;
        var i = 0;
        var j = 0;
        while (i < sent.size()) {
            var lost = !keptSet.contains(ByteBuffer.wrap(sent.get(i)));
            if (j >= end) {
                if (!lost) {
                    found.add(Finding.at(Kind.REORDERED, i++));
                } else if (j >= kept.size()) {
                    found.add(Finding.at(Kind.CUT_OFF, i));
                    return found;
                } else {
                    found.add(Finding.of(Kind.CHANGED, kept.get(j++)));
                    i++;
                }
                continue;
            }
            var line = kept.get(j);
            var added = !sentSet.contains(ByteBuffer.wrap(line.leaf()));
            if (ByteBuffer.wrap(sent.get(i)).equals(ByteBuffer.wrap(line.leaf()))) {
                i++;
                j++;
            } else if (lost && added) {
                found.add(Finding.of(Kind.CHANGED, line));
                i++;
                j++;
            } else if (lost) {
                found.add(Finding.at(Kind.REMOVED, i++));
            } else if (added) {
                found.add(Finding.of(Kind.INSERTED, line));
                j++;
            } else {
                found.add(Finding.of(Kind.REORDERED, line));
                i++;
                j++;
            }
        }
        return found;
    }

    private int lastSent() {
        for (var j = kept.size() - 1; j >= 0; j--) {
            if (sentSet.contains(ByteBuffer.wrap(kept.get(j).leaf()))) {
                return j;
            }
        }
        return -1;
    }
}
