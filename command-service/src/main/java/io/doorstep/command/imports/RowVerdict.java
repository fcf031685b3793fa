package io.doorstep.command.imports;

import java.util.List;

/** 逐行结果。 What becomes of a row, and what there is to say about it. */
record RowVerdict(Reading reading, Outcome outcome, List<RowProblem> problems) {

    /** 结果。 It comes in, it came in before, or it does not. */
    enum Outcome {
        DONE,
        SKIPPED,
        FAILED
    }

    static RowVerdict done(Reading reading) {
        return new RowVerdict(reading, Outcome.DONE, reading.problems());
    }

    static RowVerdict skipped(Reading reading) {
        return new RowVerdict(reading, Outcome.SKIPPED, List.of());
    }

    static RowVerdict failed(Reading reading) {
        return new RowVerdict(reading, Outcome.FAILED, reading.problems());
    }

    static RowVerdict failed(Reading reading, String field, String code) {
        return new RowVerdict(reading, Outcome.FAILED, List.of(RowProblem.error(field, code)));
    }

    boolean failed() {
        return outcome == Outcome.FAILED;
    }
}
