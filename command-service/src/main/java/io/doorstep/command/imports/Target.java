package io.doorstep.command.imports;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** 目标字段。 What a column of a ledger can be; the name on the wire is that of the mapping. */
enum Target {
    ID("id", Sort.WORDS),
    REPORTED_AT("reportedAt", Sort.TIME),
    TITLE("title", Sort.WORDS),
    STATEMENT("statement", Sort.TEXT),
    PETITIONER_NAME("petitioner.name", Sort.WORDS),
    PETITIONER_PHONE("petitioner.phone", Sort.WORDS),
    PETITIONER_ID_NUMBER("petitioner.idNumber", Sort.WORDS),
    PETITIONER_ADDRESS("petitioner.address", Sort.WORDS),
    KIND("kind", Sort.CODE),
    CHANNEL("channel", Sort.CODE),
    CATEGORY("category", Sort.CODE),
    PLACE("place", Sort.CODE),
    UNIT("unit", Sort.CODE),
    OFFICER("officer", Sort.CODE),
    ASSIGNED_AT("assignedAt", Sort.TIME),
    DUE("due", Sort.TIME),
    RESOLVED_AT("resolvedAt", Sort.TIME),
    RESOLUTION("resolution", Sort.TEXT),
    OUTCOME("outcome", Sort.CODE),
    RESULT("result", Sort.CODE),
    CLOSED_OUT_AT("closedOutAt", Sort.TIME);

    /** How a cell is read: one line of words, a text of many, a code of ours, or a day or moment. */
    enum Sort {
        WORDS,
        TEXT,
        CODE,
        TIME
    }

    private final String wire;
    private final Sort sort;

    Target(String wire, Sort sort) {
        this.wire = wire;
        this.sort = sort;
    }

    String wire() {
        return wire;
    }

    Sort sort() {
        return sort;
    }

    /** Whether every row must have it, from a column or a constant. */
    boolean required() {
        return switch (this) {
            case REPORTED_AT, TITLE, PLACE, KIND, CHANNEL, CATEGORY -> true;
            default -> false;
        };
    }

    /** Whether values of the ledger can be translated by a code table. */
    boolean translatable() {
        return sort == Sort.CODE || this == TITLE;
    }

    int limit() {
        return switch (this) {
            case TITLE -> 120;
            case PETITIONER_NAME -> 60;
            case STATEMENT, RESOLUTION -> 10_000;
            default -> 200;
        };
    }

    static Optional<Target> of(String wire) {
        return Arrays.stream(values()).filter(it -> it.wire.equals(wire)).findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(Target::wire).collect(Collectors.joining(", "));
    }
}
