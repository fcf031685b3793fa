package io.doorstep.query.imports;

/**
 * 问题种类。 One thing that is wrong with many rows.
 *
 * @param first the first of them
 */
record FaultKind(RowFault first, long times) {}
