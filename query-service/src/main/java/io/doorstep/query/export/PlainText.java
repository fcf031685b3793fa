package io.doorstep.query.export;

/** Text that a spreadsheet must take for text, never for a formula (OWASP ASVS 5.0, 1.2.10). */
final class PlainText {

    // the wide forms start a formula too where a Chinese input method is in use
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private PlainText() {}

    static String of(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
