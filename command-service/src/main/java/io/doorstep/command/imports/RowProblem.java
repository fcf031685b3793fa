package io.doorstep.command.imports;

import io.doorstep.web.FieldProblem;

/**
 * 行内问题。 What is wrong with a field of a row; it never quotes what stands there.
 *
 * @param severity ERROR: the row did not come in; WARNING: it did, but not as it stands
 */
record RowProblem(FieldProblem what, Severity severity) {

    /** 程度。 How much a problem matters. */
    enum Severity {
        ERROR,
        WARNING
    }

    static RowProblem error(String field, String code) {
        return new RowProblem(FieldProblem.of(field, code), Severity.ERROR);
    }
}
