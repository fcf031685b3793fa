package io.doorstep.command.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.doorstep.command.imports.CodeGuess.Guess;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 预览。 What a ledger looks like, and what its columns seem to be.
 *
 * @param sheets of a workbook; none of a CSV file
 * @param sheet the one that was looked at; null of a CSV file
 * @param charset of a CSV file; null of a workbook
 * @param source a name for the ledger, from that of the file
 * @param zone the office's
 * @param headingLine the line that the headings seem to stand in
 * @param rowsTotal below the headings, blank ones excepted
 * @param constants target → value for what no column seems to say
 * @param earlier imports of ledgers with the same headings, whose mappings can be used again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Preview(
        List<String> sheets,
        @Nullable String sheet,
        @Nullable String charset,
        String source,
        String zone,
        long headingLine,
        List<Column> columns,
        List<Row> rows,
        long rowsTotal,
        List<TargetWords> targets,
        Map<String, String> constants,
        List<Earlier> earlier) {

    /**
     * 栏。 A column of the ledger.
     *
     * @param index counted from 0, as in the rows
     * @param ambiguous whether another column has the same heading, so that neither can be named
     * @param target what it seems to be; null when nothing is known about it
     * @param dateFormats that its times seem to be written in
     * @param dayOrMonth whether day and month could be either way round
     * @param values all that stands in it, when that is little; null otherwise
     * @param codes target → value → what it seems to mean
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Column(
            int index,
            String heading,
            boolean ambiguous,
            @Nullable String target,
            List<String> dateFormats,
            boolean trueDates,
            boolean dayOrMonth,
            @Nullable List<String> values,
            Map<String, Map<String, Guess>> codes) {}

    /** 行。 One of the first rows, its cells as text, cut when they are long. */
    record Row(long line, List<String> cells) {}

    /**
     * 目标。 What a column can be.
     *
     * @param name in the reader's language
     * @param required whether every row must have it, from a column or a constant
     * @param constants the values there are; none when they are reference data or free
     */
    record TargetWords(
            String target, String name, boolean required, String sort, boolean translatable, List<String> constants) {}

    /** 以往的导入。 An import whose mapping fits the same headings. */
    record Earlier(String importId, String source, String requestedBy, Instant requestedAt) {}
}
