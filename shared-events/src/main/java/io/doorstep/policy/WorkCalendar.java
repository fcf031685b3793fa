package io.doorstep.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 工作日历。 Which days are working days, by year; a year without data is unknown and never guessed.
 *
 * <p>Source: the yearly notices of the State Council's General Office; each year names its own.
 */
public final class WorkCalendar {

    private static final Pattern FILE = Pattern.compile("(\\d{4})\\.csv");
    /** Longer than any period with its extensions, so that nobody is surprised by a year without a calendar. */
    private static final int LOOK_AHEAD_DAYS = 120;

    private static final int FIRST_POSSIBLE_YEAR = 2000;
    private static final int LAST_POSSIBLE_YEAR = 2099;

    private final Map<Integer, CalendarYear> years;

    private WorkCalendar(Map<Integer, CalendarYear> years) {
        this.years = Map.copyOf(years);
    }

    /** The calendars as shipped in {@code calendars/}. */
    public static WorkCalendar standard() {
        return new WorkCalendar(shipped());
    }

    /**
     * The shipped calendars and those of a folder ({@code 2028.csv}); a year found in both is the folder's, whole. So an
     * office without internet takes in a new notice.
     *
     * @throws IllegalArgumentException when a file is malformed, naming file and line
     */
    public static WorkCalendar standardWith(Path folder) {
        Map<Integer, CalendarYear> years = shipped();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                Matcher name = FILE.matcher(file.getFileName().toString());
                if (name.matches()) {
                    int year = Integer.parseInt(name.group(1));
                    years.put(year, CalendarYear.read(year, Files.newInputStream(file), file.toString()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read calendars in " + folder, e);
        }
        return new WorkCalendar(years);
    }

    /** Whether people work on that day; empty when its year is unknown. */
    public Optional<Boolean> isWorkingDay(LocalDate day) {
        return Optional.ofNullable(years.get(day.getYear())).map(year -> year.isWorkingDay(day));
    }

    /** Whether the year is unknown, or holds statutory holidays only because its notice had not come out. */
    public boolean isProvisional(int year) {
        @Nullable CalendarYear known = years.get(year);
        return known == null || known.provisional();
    }

    /** The years that periods which begin on that day may end in, and that are unknown or provisional. */
    public List<Integer> wanting(LocalDate today) {
        return IntStream.rangeClosed(
                        today.getYear(), today.plusDays(LOOK_AHEAD_DAYS).getYear())
                .filter(this::isProvisional)
                .boxed()
                .toList();
    }

    /** What the year's days rest on; empty when it is unknown. */
    public Optional<String> source(int year) {
        return Optional.ofNullable(years.get(year)).map(CalendarYear::source);
    }

    /** The years with data, ascending. */
    public NavigableSet<Integer> years() {
        return new TreeSet<>(years.keySet());
    }

    private static Map<Integer, CalendarYear> shipped() {
        Map<Integer, CalendarYear> years = new TreeMap<>();
        // a folder inside a jar cannot be listed portably, so every possible name is asked for once
        for (int year = FIRST_POSSIBLE_YEAR; year <= LAST_POSSIBLE_YEAR; year++) {
            String name = "/calendars/" + year + ".csv";
            InputStream resource = WorkCalendar.class.getResourceAsStream(name);
            if (resource != null) {
                years.put(year, CalendarYear.read(year, resource, name));
            }
        }
        return years;
    }
}
