package io.doorstep.command.imports;

import io.doorstep.web.Form;
import io.doorstep.web.MaxLength;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 对照表。 Which column of a ledger is what, and what stands for the rest.
 *
 * @param source name of the ledger; with the row's id it makes the case's identity
 * @param sheet of a workbook; null for the first
 * @param charset of a CSV file; null to find out
 * @param zone in which the ledger's times are meant
 * @param dateFormats patterns of times that are text, tried in order
 * @param columns target → heading
 * @param constants target → value, where the ledger has no column or a blank cell
 * @param codes target → the ledger's value → ours; {@code *} stands for all others
 */
record Mapping(
        @MaxLength(60) String source,
        @Nullable String sheet,
        @Nullable String charset,
        String zone,
        List<String> dateFormats,
        Map<String, String> columns,
        @Nullable Map<String, String> constants,
        @Nullable Map<String, Map<String, String>> codes)
        implements Form {

    static final String OTHERS = "*";

    ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    @Nullable
    Charset knownCharset() {
        return charset == null ? null : Charset.forName(charset);
    }

    Map<String, String> constantsOrNone() {
        return Objects.requireNonNullElse(constants, Map.of());
    }

    Map<String, Map<String, String>> codesOrNone() {
        return Objects.requireNonNullElse(codes, Map.of());
    }

    /** The heading of each target that has a column; asked for once the mapping has been checked. */
    Map<Target, String> headings() {
        return byTarget(columns);
    }

    static <V> Map<Target, V> byTarget(Map<String, V> byName) {
        var result = new EnumMap<Target, V>(Target.class);
        byName.forEach((name, value) -> Target.of(name).ifPresent(target -> result.put(target, value)));
        return result;
    }
}
