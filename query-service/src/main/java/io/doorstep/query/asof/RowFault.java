package io.doorstep.query.asof;

/**
 * 行差异。 One row of the reading tables that does not say what the facts say.
 *
 * @param row sequence of a fact, or the legal and recorded start of a rectangle
 */
public record RowFault(Kind kind, String table, String row) {

    /** 差异。 What is wrong with a row. */
    public enum Kind {
        /** 缺。 It should be there. */
        MISSING,
        /** 多。 It should not be there. */
        SURPLUS,
        /** 异。 It says something else. */
        DIFFERENT
    }
}
