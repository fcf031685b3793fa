package io.doorstep.command.imports;

import io.doorstep.ledger.LedgerCell;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * 读时间。 Reads times that are text by patterns, and true dates of a workbook as they are. An hour that the clock shows
 * twice in autumn is the first of the two; one that it leaps over in spring is an hour later.
 */
final class LedgerTimes {

    private final ZoneId zone;
    private final List<DateTimeFormatter> formats;

    LedgerTimes(ZoneId zone, List<String> patterns) {
        this.zone = zone;
        this.formats = patterns.stream().map(LedgerTimes::format).toList();
    }

    /** Throws {@link IllegalArgumentException} when it is no pattern. */
    static DateTimeFormatter format(String pattern) {
        // strictly, so that 30 February is no day at all; and strictness wants the year without an era
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(withoutEra(pattern))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static String withoutEra(String pattern) {
        var quoted = false;
        var result = new StringBuilder();
        for (var i = 0; i < pattern.length(); i++) {
            var letter = pattern.charAt(i);
            quoted = (letter == '\'') != quoted;
            result.append(!quoted && letter == 'y' ? 'u' : letter);
        }
        return result.toString();
    }

    Optional<LedgerTime> read(LedgerCell cell) {
        if (cell instanceof LedgerCell.Moment moment) {
            var at = moment.at();
            return Optional.of(at.toLocalTime().equals(LocalTime.MIDNIGHT) ? day(at.toLocalDate()) : moment(at));
        }
        return read(cell.text().strip());
    }

    Optional<LedgerTime> read(String text) {
        return formats.stream().flatMap(format -> read(text, format).stream()).findFirst();
    }

    private Optional<LedgerTime> read(String text, DateTimeFormatter format) {
        try {
            var parsed = format.parseBest(text, LocalDateTime::from, LocalDate::from);
            return Optional.of(parsed instanceof LocalDateTime at ? moment(at) : day((LocalDate) parsed));
        } catch (DateTimeException anotherFormat) {
            return Optional.empty();
        }
    }

    private LedgerTime moment(LocalDateTime at) {
        return new LedgerTime(at.atZone(zone).toInstant(), at.toLocalDate(), false);
    }

    private LedgerTime day(LocalDate day) {
        return new LedgerTime(day.atStartOfDay(zone).toInstant(), day, true);
    }
}
