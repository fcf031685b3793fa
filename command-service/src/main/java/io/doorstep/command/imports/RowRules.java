package io.doorstep.command.imports;

import io.doorstep.ledger.Words;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * 读行规则。 The mapping, ready for reading rows.
 *
 * @param latest a moment after which nothing can have happened yet
 */
record RowRules(
        Headings headings,
        LedgerTimes times,
        Map<Target, String> constants,
        Map<Target, Map<String, String>> codes,
        Vocabulary vocabulary,
        Instant latest) {

    static RowRules of(Mapping mapping, Headings headings, Vocabulary vocabulary, Instant latest) {
        var codes = Mapping.byTarget(mapping.codesOrNone());
        codes.replaceAll((target, table) -> trimmed(table));
        return new RowRules(
                headings,
                new LedgerTimes(mapping.zoneId(), mapping.dateFormats()),
                Mapping.byTarget(mapping.constantsOrNone()),
                codes,
                vocabulary,
                latest);
    }

    private static Map<String, String> trimmed(Map<String, String> table) {
        var result = new LinkedHashMap<String, String>();
        table.forEach((theirs, ours) -> result.put(Words.ofOneLine(theirs), ours));
        return result;
    }
}
