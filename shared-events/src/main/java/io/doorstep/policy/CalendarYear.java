package io.doorstep.policy;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 年度日历。 One year's holidays and make-up days, where it deviates from Monday to Friday.
 *
 * @param working true for a make-up day, false for a holiday; days not named follow the week
 */
record CalendarYear(int year, String source, boolean provisional, Map<LocalDate, Boolean> working) {

    private static final List<String> HEADER = List.of("date", "kind", "name");

    CalendarYear {
        working = Map.copyOf(working);
    }

    boolean isWorkingDay(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return working.getOrDefault(day, weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY);
    }

    /**
     * Reads {@code date,kind,name} after the comments {@code # source: …} and {@code # provisional: true|false}.
     *
     * @throws IllegalArgumentException naming file and line, for anything that is not exactly of this form
     */
    static CalendarYear read(int year, InputStream csv, String from) {
        Map<LocalDate, Boolean> working = new HashMap<>();
        Map<String, String> notes = new HashMap<>();
        boolean headerSeen = false;
        try (CsvReader<CsvRecord> lines = CsvReader.builder()
                .commentStrategy(CommentStrategy.READ)
                .detectBomHeader(true)
                .ofCsvRecord(csv)) {
            for (CsvRecord line : lines) {
                if (line.isComment()) {
                    String[] note = line.getField(0).split(":", 2);
                    notes.put(note[0].strip(), note.length == 2 ? note[1].strip() : "");
                } else if (headerSeen) {
                    addDay(year, working, line, from);
                } else if (line.getFields().equals(HEADER)) {
                    headerSeen = true;
                } else {
                    throw malformed(from, line, "the first row must be date,kind,name");
                }
            }
        } catch (CsvParseException e) {
            throw new IllegalArgumentException(from + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + from, e);
        }
        return new CalendarYear(
                year, note(notes, "source", from), flag(note(notes, "provisional", from), from), working);
    }

    private static void addDay(int year, Map<LocalDate, Boolean> working, CsvRecord line, String from) {
        LocalDate day;
        try {
            day = LocalDate.parse(line.getField(0));
        } catch (DateTimeException e) {
            throw malformed(from, line, "not a date like 2025-01-31: " + line.getField(0));
        }
        boolean works = switch (line.getField(1)) {
            case "WORKDAY" -> true;
            case "HOLIDAY" -> false;
            default -> throw malformed(from, line, "kind is HOLIDAY or WORKDAY, not " + line.getField(1));
        };
        if (day.getYear() != year) {
            throw malformed(from, line, day + " is not in " + year);
        }
        if (works && day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
            throw malformed(from, line, day + " is a weekday and needs no make-up day");
        }
        if (working.put(day, works) != null) {
            throw malformed(from, line, day + " is there twice");
        }
    }

    private static String note(Map<String, String> notes, String key, String from) {
        @Nullable String value = notes.get(key);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(from + ": needs a line \"# " + key + ": …\"");
        }
        return value;
    }

    private static boolean flag(String value, String from) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(from + ": provisional is true or false, not " + value);
        };
    }

    private static IllegalArgumentException malformed(String from, CsvRecord line, String why) {
        return new IllegalArgumentException(from + " line " + line.getStartingLineNumber() + ": " + why);
    }
}
