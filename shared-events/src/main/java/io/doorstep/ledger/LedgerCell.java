package io.doorstep.ledger;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * 单元格。 What stands in one cell: text as it was typed, or a number or a moment that the workbook itself knows as one.
 *
 * <p>Cells may hold personal words, so none of them shows its content in {@code toString}; ask for {@link #text()}.
 */
public sealed interface LedgerCell {

    /** The content as text: a number without exponent or trailing zeros, a moment in ISO form without zone. */
    String text();

    /** Nothing but white space. */
    default boolean isBlank() {
        return text().isBlank();
    }

    /** 空白。 Nothing was entered, or an error value of a formula. */
    record Blank() implements LedgerCell {
        @Override
        public String text() {
            return "";
        }
    }

    /** 文本。 Exactly as it was typed, white space and line ends included; every cell of a CSV file is one. */
    record Text(String text) implements LedgerCell {
        @Override
        public String toString() {
            return "text";
        }
    }

    /** 数值。 A number of a workbook. */
    record Numeric(BigDecimal value) implements LedgerCell {
        @Override
        public String text() {
            return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        }

        @Override
        public String toString() {
            return "number";
        }
    }

    /** 日期。 A true date of a workbook, to the second, in whatever zone its author lived. */
    record Moment(LocalDateTime at) implements LedgerCell {
        @Override
        public String text() {
            return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? at.toLocalDate().toString()
                    : at.toString();
        }

        @Override
        public String toString() {
            return "moment";
        }
    }
}
