package io.doorstep.query.asof;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 走访码。 What a sheet of paper calls a case, so that somebody can type it: the number 430525-2026-000123 is 26-003Y and a check
 * character. The county is left out; an office that keeps several may find a case in each.
 *
 * <p>Characters, and the modulus of the check, are those of GB 32100, which leaves out I, O, S, V and Z: one wrong character, and any
 * two that changed places, are noticed.
 *
 * @param year last two digits of the year of the report
 * @param count how many cases the county had reported in that year by then
 */
public record CaseCode(int year, int count) {

    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int MODULUS = CHARACTERS.length();
    // a root of the modulus: no two places within thirty weigh the same
    private static final int WEIGHT = 3;
    private static final Pattern NUMBER = Pattern.compile("\\d{6}-\\d\\d(\\d\\d)-(\\d{6,8})");
    private static final Pattern CODE = Pattern.compile("\\d\\d[0-9A-Z]{5,7}");
    private static final int YEAR = 2;
    private static final int SHORTEST = 4;

    /** The code of a case number; empty when the number is of another make. */
    public static Optional<CaseCode> of(String number) {
        var parts = NUMBER.matcher(number);
        return parts.matches()
                ? Optional.of(new CaseCode(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    /** Reads what somebody typed, whatever dashes, blanks and small letters; empty when it is no code, or was mistyped. */
    public static Optional<CaseCode> read(String typed) {
        var plain = typed.replaceAll("[\\s\\-‐–—－·.]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('Z', '2')
                .replace('S', '5')
                .replace('V', 'U');
        if (!CODE.matcher(plain).matches()) {
            return Optional.empty();
        }
        var body = plain.substring(0, plain.length() - 1);
        if (check(body) != plain.charAt(plain.length() - 1)) {
            return Optional.empty();
        }
        var count = 0L;
        for (var i = YEAR; i < body.length(); i++) {
            count = count * MODULUS + CHARACTERS.indexOf(body.charAt(i));
        }
        return Optional.of(new CaseCode(Integer.parseInt(body.substring(0, YEAR)), (int) count));
    }

    /** As it is printed: 26-003Y and the check character. */
    public String text() {
        var digits = new StringBuilder();
        for (var rest = count; rest > 0; rest /= MODULUS) {
            digits.insert(0, CHARACTERS.charAt(rest % MODULUS));
        }
        while (digits.length() < SHORTEST) {
            digits.insert(0, '0');
        }
        var years = String.format(Locale.ROOT, "%02d", year);
        return years + "-" + digits + check(years + digits);
    }

    /** How the number of such a case ends. */
    String ending() {
        return String.format(Locale.ROOT, "%02d-%06d", year, count);
    }

    private static char check(String body) {
        var weight = 1;
        var sum = 0;
        for (var i = body.length() - 1; i >= 0; i--) {
            weight = weight * WEIGHT % MODULUS;
            sum += weight * CHARACTERS.indexOf(body.charAt(i));
        }
        return CHARACTERS.charAt((MODULUS - sum % MODULUS) % MODULUS);
    }
}
