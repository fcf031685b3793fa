package io.doorstep.federation.upper;

import io.doorstep.federation.Examination;
import io.doorstep.federation.Known;

/** 改写之处。 Where a county's ledger begins to differ from what was copied of it: asked in steps that halve what is left, some twenty for a million facts. */
final class Rewriting {

    private final CountyLine line;
    private final Source source;
    private final Examination examination;

    Rewriting(CountyLine line, Source source, Examination examination) {
        this.line = line;
        this.source = source;
        this.examination = examination;
    }

    /** Position of the first fact that differs; -1 when the county does not answer long enough to tell. */
    long first(Known known) {
        try {
            var same = 0L;
            var other = known.size();
            while (other - same > 1) {
                var middle = (same + other) / 2;
                var part = new Known(middle, known.chain(), known.nodes());
                if (examination.agrees(line.ask(source, middle, 1), part)) {
                    same = middle;
                } else {
                    other = middle;
                }
            }
            return same;
        } catch (NoAnswer silent) {
            return -1;
        }
    }
}
