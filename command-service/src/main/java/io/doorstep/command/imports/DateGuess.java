package io.doorstep.command.imports;

import io.doorstep.ledger.LedgerCell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
    private static final int SAMPLE = 500;

    private static final Map<String, LedgerTimes> READERS = KNOWN.stream()
            .collect(Collectors.toMap(
                    format -> format,
                    format -> new LedgerTimes(java.time.ZoneOffset.UTC, List.of(format)),
                    (one, other) -> one,
                    LinkedHashMap::new));

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
                READERS.forEach((format, reader) -> {
                    if (reader.read(text).isPresent()) {
                        formats.add(format);
                    }
                });
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
