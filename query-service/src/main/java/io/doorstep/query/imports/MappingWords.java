package io.doorstep.query.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 对照表摘要。 What a file of failed rows needs to know of the mapping that it will be read with again.
 *
 * @param sheet of the workbook; null for the first
 * @param headings target → heading
 */
record MappingWords(@Nullable String sheet, Map<String, String> headings, List<String> dateFormats) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static MappingWords of(String mapping) {
        var json = JSON.readTree(mapping);
        var headings = new LinkedHashMap<String, String>();
        json.path("columns")
                .properties()
                .forEach(column ->
                        headings.put(column.getKey(), column.getValue().asString()));
        var sheet = json.path("sheet");
        return new MappingWords(
                sheet.isString() ? sheet.stringValue() : null,
                headings,
                json.path("dateFormats").valueStream().map(JsonNode::asString).toList());
    }

    /** A true date as the mapping would read it from a text; in ISO form when it has no format for it. */
    String text(LocalDateTime moment) {
        return dateFormats.stream()
                .flatMap(format -> text(moment, format).stream())
                .findFirst()
                .orElseGet(() -> moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? moment.toLocalDate().toString()
                        : moment.toString().replace('T', ' '));
    }

    private static Optional<String> text(LocalDateTime moment, String format) {
        try {
            var formatter = DateTimeFormatter.ofPattern(format, Locale.ENGLISH);
            var text = formatter.format(moment);
            var read = formatter.parseBest(text, LocalDateTime::from, LocalDate::from);
            var whole = read instanceof LocalDate day ? day.atStartOfDay() : read;
            return moment.equals(whole) ? Optional.of(text) : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException doesNotFit) {
            return Optional.empty();
        }
    }
}
