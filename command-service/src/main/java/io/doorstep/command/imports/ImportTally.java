package io.doorstep.command.imports;

/** 计数。 What became of some rows; each was read, and is either done, skipped or failed. Warned ones are done. */
record ImportTally(long done, long skipped, long failed, long warned) {

    static final ImportTally NOTHING = new ImportTally(0, 0, 0, 0);

    long read() {
        return done + skipped + failed;
    }

    ImportTally andDone(boolean withWarning) {
        return new ImportTally(done + 1, skipped, failed, warned + (withWarning ? 1 : 0));
    }

    ImportTally andSkipped() {
        return new ImportTally(done, skipped + 1, failed, warned);
    }

    ImportTally andFailed() {
        return new ImportTally(done, skipped, failed + 1, warned);
    }
}
