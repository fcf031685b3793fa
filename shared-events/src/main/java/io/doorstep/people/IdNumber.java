package io.doorstep.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/** 公民身份号码。 Identity numbers after GB 11643: 17 digits with a date of birth, and a check character. */
public final class IdNumber {

    private static final Pattern SHAPE = Pattern.compile("\\d{17}[\\dX]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";
    private static final DateTimeFormatter BIRTH =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private IdNumber() {}

    /** Upper case, without blanks around. */
    public static String normalised(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    /** Whether shape, date of birth and check character are right; a retired area prefix is fine. */
    public static boolean isValid(String text) {
        var number = normalised(text);
        return SHAPE.matcher(number).matches() && bornOnADay(number) && checkCharacter(number) == number.charAt(17);
    }

    private static boolean bornOnADay(String number) {
        try {
            LocalDate.parse(number.substring(6, 14), BIRTH);
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    private static char checkCharacter(String number) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK.charAt(sum % CHECK.length());
    }
}
