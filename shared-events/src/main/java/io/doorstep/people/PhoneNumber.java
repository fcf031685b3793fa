package io.doorstep.people;

import java.util.regex.Pattern;

/** 电话号码。 Telephone numbers, normalised so that equal ones are found again. */
public final class PhoneNumber {

    private static final Pattern SHAPE = Pattern.compile("\\+?[0-9][0-9 -]{4,28}[0-9]");

    private PhoneNumber() {}

    public static boolean isWellFormed(String text) {
        return SHAPE.matcher(text.strip()).matches();
    }

    /** Digits only, without the country code of mainland China. */
    public static String normalised(String text) {
        var digits = text.replaceAll("[^0-9]", "");
        return text.strip().startsWith("+86") ? digits.substring(2) : digits;
    }
}
