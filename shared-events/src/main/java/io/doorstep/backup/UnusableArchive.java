package io.doorstep.backup;

/** 不可用的备份。 An archive, an identity or a database with which nothing can be done; the message names it, and nobody's data. */
public final class UnusableArchive extends RuntimeException {

    UnusableArchive(String message) {
        super(message);
    }

    UnusableArchive(String message, Throwable cause) {
        super(message, cause);
    }
}
