package io.doorstep.reference.loading;

/**
 * 导入结果。 What became of a table's rows; {@code read} is the sum of the others.
 *
 * @param added rows of entries that were not known before
 * @param changed rows that opened a new version or mended one
 * @param unchanged rows that say what was known already
 */
public record LoadReport(long read, long added, long changed, long unchanged) {}
