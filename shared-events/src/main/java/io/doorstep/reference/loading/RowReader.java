package io.doorstep.reference.loading;

import io.doorstep.ledger.LedgerCell;
import io.doorstep.ledger.LedgerRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** 行读取。 Reads one row's cells by field and notes what is wrong; a faulty cell reads as blank. */
final class RowReader {

    private static final Pattern DATE =
            Pattern.compile("(\\d{4})(?:[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?|(\\d{2})(\\d{2}))");
    /** Underscores are wildcards of SQL's like, slashes part paths. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,63}");

    private static final Pattern PERSONAL = Pattern.compile("1[3-9]\\d{9}|\\d{17}[0-9Xx]");
    private static final Map<String, Boolean> YES_OR_NO = Map.of(
            "是", true, "true", true, "yes", true, "1", true, "否", false, "false", false, "no", false, "0", false);
    private static final int LONGEST_NAME = 200;

    private final LedgerRow row;
    private final Map<Field, Integer> columns;
    private final List<RowFault> faults;

    RowReader(LedgerRow row, Map<Field, Integer> columns, List<RowFault> faults) {
        this.row = row;
        this.columns = columns;
        this.faults = faults;
    }

    long line() {
        return row.line();
    }

    void fault(Field field, Fault code) {
        faults.add(new RowFault(row.line(), field.wire(), code));
    }

    private LedgerCell cell(Field field) {
        var column = columns.get(field);
        return column == null ? new LedgerCell.Blank() : row.cell(column);
    }

    @Nullable
    String text(Field field) {
        var text = cell(field).text().strip();
        return text.isEmpty() ? null : text;
    }

    /** Empty when missing, which is noted. */
    String required(Field field) {
        var text = text(field);
        if (text == null) {
            fault(field, Fault.REQUIRED);
        }
        return text == null ? "" : text;
    }

    String name() {
        var name = required(Field.NAME);
        if (name.length() > LONGEST_NAME) {
            fault(Field.NAME, Fault.TOO_LONG);
        }
        return name;
    }

    String id() {
        var id = required(Field.KEY);
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            fault(Field.KEY, Fault.NOT_AN_ID);
        } else if (PERSONAL.matcher(id).matches()) {
            fault(Field.KEY, Fault.PERSONAL_NUMBER);
        }
        return id;
    }

    boolean flag(Field field) {
        var text = text(field);
        var flag = text == null ? Boolean.FALSE : YES_OR_NO.get(text.toLowerCase(Locale.ROOT));
        if (flag == null) {
            fault(field, Fault.NOT_YES_OR_NO);
        }
        return Boolean.TRUE.equals(flag);
    }

    /** Degrees with six decimals, a tenth of a metre. */
    @Nullable
    BigDecimal degrees(Field field, int limit) {
        var text = text(field);
        if (text == null) {
            return null;
        }
        try {
            var degrees = new BigDecimal(text).setScale(6, RoundingMode.HALF_UP);
            if (degrees.abs().compareTo(BigDecimal.valueOf(limit)) <= 0) {
                return degrees;
            }
        } catch (NumberFormatException e) {
            // noted below, as is what lies beyond the globe
        }
        fault(field, Fault.NOT_A_COORDINATE);
        return null;
    }

    @Nullable
    LocalDate date(Field field) {
        if (cell(field) instanceof LedgerCell.Moment moment) {
            return moment.at().toLocalDate();
        }
        var text = text(field);
        if (text == null) {
            return null;
        }
        var match = DATE.matcher(text);
        if (match.matches()) {
            var separated = match.group(2) != null;
            try {
                return LocalDate.of(
                        Integer.parseInt(match.group(1)),
                        Integer.parseInt(match.group(separated ? 2 : 4)),
                        Integer.parseInt(match.group(separated ? 3 : 5)));
            } catch (DateTimeException e) {
                // noted below: there is no 30 February
            }
        }
        fault(field, Fault.NOT_A_DATE);
        return null;
    }
}
