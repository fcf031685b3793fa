package io.doorstep.command.imports;

import io.doorstep.ledger.LedgerCell;
import java.text.ParsePosition;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** 日期格式猜测。 Which formats the times of a column seem to be written in, from those that ledgers use. */
final class DateGuess {

    private static final String DAY_FIRST = "d/M/yyyy";
    private static final String MONTH_FIRST = "M/d/yyyy";
    private static final List<String> KNOWN = List.of(
            "yyyy-M-d H:mm:ss",
            "yyyy-M-d H:mm",
            "yyyy-M-d",
            "yyyy/M/d H:mm:ss",
            "yyyy/M/d H:mm",
            "yyyy/M/d",
            "yyyy.M.d H:mm",
            "yyyy.M.d",
            "yyyy年M月d日 H:mm:ss",
            "yyyy年M月d日 H:mm",
            "yyyy年M月d日H时m分",
            "yyyy年M月d日",
            "yyyyMMdd",
            "yyyy-M-d'T'H:mm:ss",
            "M/d/yyyy h:mm:ss a",
            "M/d/yyyy H:mm:ss",
            "M/d/yyyy H:mm",
            MONTH_FIRST,
            DAY_FIRST);
    private static final Pattern COULD_BE =
            Pattern.compile("(?=.*\\d)[\\d年月日时分秒/.:\\-\\sTAPM]{6,30}", Pattern.CASE_INSENSITIVE);
    private static final int SAMPLE = 300;
    private static final List<Known> READERS = KNOWN.stream().map(Known::of).toList();

    /** A format that ledgers use. */
    private record Known(String pattern, DateTimeFormatter formatter, LedgerTimes times) {

        static Known of(String pattern) {
            return new Known(pattern, LedgerTimes.format(pattern), new LedgerTimes(ZoneOffset.UTC, List.of(pattern)));
        }

        /** Most texts have the wrong shape, which is told much cheaper than by a failure to read them. */
        boolean reads(String text) {
            var end = new ParsePosition(0);
            return formatter.parseUnresolved(text, end) != null
                    && end.getIndex() == text.length()
                    && times.read(text).isPresent();
        }
    }

    private final List<Set<String>> readable = new ArrayList<>();
    private int seen;
    private boolean trueDates;

    void look(LedgerCell cell) {
        if (cell instanceof LedgerCell.Moment) {
            trueDates = true;
        } else if (!cell.isBlank() && seen < SAMPLE) {
            seen++;
            var text = cell.text().strip();
            if (COULD_BE.matcher(text).matches()) {
                var formats = new LinkedHashSet<String>();
                READERS.stream().filter(known -> known.reads(text)).forEach(known -> formats.add(known.pattern()));
                if (!formats.isEmpty()) {
                    readable.add(formats);
                }
            }
        }
    }

    /** Whether the workbook itself knows some of them as dates. */
    boolean trueDates() {
        return trueDates;
    }

    /** As few formats as read all that can be read; none when most of the column is something else. */
    List<String> formats() {
        var result = new ArrayList<String>();
        var rest = new ArrayList<>(readable);
        while (!rest.isEmpty() && readable.size() * 2 >= seen) {
            var best = KNOWN.stream()
                    .max(Comparator.<String>comparingLong(format -> rest.stream()
                                    .filter(formats -> formats.contains(format))
                                    .count())
                            .thenComparing(format -> -KNOWN.indexOf(format)))
                    .orElseThrow();
            result.add(best);
            rest.removeIf(formats -> formats.contains(best));
        }
        return result;
    }

    /** Nothing in the column tells whether the day or the month comes first. */
    boolean ambiguous() {
        return !readable.isEmpty()
                && readable.stream().allMatch(formats -> formats.containsAll(List.of(DAY_FIRST, MONTH_FIRST)));
    }
}
