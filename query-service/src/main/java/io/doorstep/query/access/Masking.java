package io.doorstep.query.access;

/** 脱敏。 As much of a personal value as an officer needs to recognise it: 张*, 137****1234, the last 2 of an ID number. */
final class Masking {

    private static final String HIDDEN = "****";

    private Masking() {}

    static String name(String name) {
        return name.isEmpty() ? "*" : name.substring(0, name.offsetByCodePoints(0, 1)) + "*";
    }

    static String phone(String phone) {
        var digits = phone.replaceAll("\\D", "");
        // from ten digits on what is hidden is still enough to hide the line
        return digits.length() < 10 ? HIDDEN : digits.substring(0, 3) + HIDDEN + digits.substring(digits.length() - 4);
    }

    static String idNumber(String number) {
        var plain = number.strip();
        return plain.length() < 6 ? HIDDEN : "*".repeat(plain.length() - 2) + plain.substring(plain.length() - 2);
    }

    /** Nothing of an address is shown: its place is on the case anyway. */
    static String address() {
        return HIDDEN;
    }
}
