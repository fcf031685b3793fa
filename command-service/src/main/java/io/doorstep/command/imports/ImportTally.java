package io.doorstep.command.imports;

import io.doorstep.command.imports.RowVerdict.Outcome;
import java.util.List;

/** 计数。 What became of some rows; each was read, and is either done, skipped or failed. Warned ones are done. */
record ImportTally(long done, long skipped, long failed, long warned) {

    static ImportTally of(List<RowVerdict> verdicts) {
        return new ImportTally(
                count(verdicts, Outcome.DONE),
                count(verdicts, Outcome.SKIPPED),
                count(verdicts, Outcome.FAILED),
                verdicts.stream()
                        .filter(it ->
                                it.outcome() == Outcome.DONE && !it.problems().isEmpty())
                        .count());
    }

    private static long count(List<RowVerdict> verdicts, Outcome outcome) {
        return verdicts.stream().filter(it -> it.outcome() == outcome).count();
    }

    long read() {
        return done + skipped + failed;
    }
}
