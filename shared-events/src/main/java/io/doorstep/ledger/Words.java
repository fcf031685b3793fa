package io.doorstep.ledger;

import java.util.regex.Pattern;

/** 整理文字。 Cells as they were meant, without the blanks, line ends and control characters of their origin. */
public final class Words {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Zs}\\p{Cntrl}\\uFEFF\\u200B]+");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|[\\uFEFF\\u200B]");
    private static final Pattern TRAILING = Pattern.compile("[\\t\\p{Zs}]+(?=\\n)");
    // an apostrophe is how spreadsheets, and our own exports, say that what follows is text and no formula
    private static final Pattern MARKED_AS_TEXT = Pattern.compile("'(?=[=+\\-@＝＋－＠])");
    private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");

    private Words() {}

    /** The text without the apostrophe that only kept it from being taken for a formula. */
    static String unmarked(String text) {
        return text.startsWith("'") && MARKED_AS_TEXT.matcher(text).lookingAt() ? text.substring(1) : text;
    }

    public static String ofOneLine(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    public static String ofManyLines(String text) {
        var lines = CONTROL.matcher(LINE_END.matcher(text).replaceAll("\n")).replaceAll("");
        return EMPTY_LINES
                .matcher(TRAILING.matcher(lines).replaceAll(""))
                .replaceAll("\n\n")
                .strip();
    }
}
