package io.doorstep.query.export;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 导出表。 What a file will hold; the rows are read once, one after another, and never stand in memory together.
 *
 * @param name name of the sheet, in the reader's language
 * @param headings in the reader's language
 * @param rows cells in the order of the headings: text, numbers, local dates, moments with or without a zone, or null for an empty cell
 */
public record Table(String name, List<String> headings, Stream<List<@Nullable Object>> rows) {}
