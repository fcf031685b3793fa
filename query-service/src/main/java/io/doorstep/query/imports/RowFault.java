package io.doorstep.query.imports;

import java.util.List;

/**
 * 行内问题。 What is wrong with a row, as it was put on record.
 *
 * @param ordinal tells the problems of one row apart
 * @param arguments of the message
 */
record RowFault(long line, int ordinal, String field, String code, List<Object> arguments, String severity) {}
