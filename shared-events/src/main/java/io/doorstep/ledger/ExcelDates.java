package io.doorstep.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Excel 日期。 A workbook keeps a date as a number of days; only the cell's format tells that it is one. */
final class ExcelDates {

    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);
    /** 9999-12-31, the last day Excel knows. */
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

    /** Quoted and escaped words, colours, locales and conditions; [h] is kept because it counts hours. */
    private static final Pattern NO_LETTERS_OF_A_DATE =
            Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hHmMsS]+\\])[^\\]]*\\]");

    private static final Pattern DATE_LETTERS = Pattern.compile("[yYdD]|[hH]+.*[mM]|[mM]+.*[sS]|[年月日时分秒]");

    private ExcelDates() {}

    static boolean isDate(@Nullable Integer id, @Nullable String format) {
        if (format != null) {
            return DATE_LETTERS
                    .matcher(NO_LETTERS_OF_A_DATE.matcher(format).replaceAll(""))
                    .find();
        }
        return id != null && isBuiltInDate(id);
    }

    /** ECMA-376 part 1, 18.8.30: 14 to 22 and 45 to 47 everywhere, 27 to 36 and 50 to 58 in East Asian editions. */
    private static boolean isBuiltInDate(int id) {
        return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
    }

    static LedgerCell moment(BigDecimal days, boolean from1904) {
        if (days.signum() < 0 || days.compareTo(LAST_DAY) >= 0) {
            return new LedgerCell.Numeric(days);
        }
        // Excel believes in a 29 February 1900, so its day 60 does not exist and later ones count one too many
        var start = from1904
                ? LocalDate.of(1904, 1, 1)
                : days.intValue() < 60 ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
        // a binary fraction of a day is right to some microseconds; ledgers are written to the second
        long seconds =
                days.multiply(SECONDS_A_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
        return new LedgerCell.Moment(start.atStartOfDay().plusSeconds(seconds));
    }
}
