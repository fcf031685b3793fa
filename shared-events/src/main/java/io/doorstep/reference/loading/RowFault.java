package io.doorstep.reference.loading;

/**
 * 行错误。 What is wrong with one row; it never quotes the cell.
 *
 * @param line the row as the office's program numbers it
 * @param field the column's English heading; empty when the whole table is at fault
 */
public record RowFault(long line, String field, Fault code) {}
