package io.doorstep.ledger.kept;

import io.doorstep.ledger.LedgerRow;
import io.doorstep.ledger.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** 改正栏。 The column that says beside each failed row what is wrong with it; nobody reads it when the file comes back. */
public final class MendColumn {

    private static final String CHINESE = "需改正之处（导入时不读此栏）";
    private static final String ENGLISH = "To be mended (not read on import)";

    private MendColumn() {}

    public static String heading(Locale reader) {
        return reader.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? ENGLISH : CHINESE;
    }

    public static boolean is(String heading) {
        return List.of(CHINESE, ENGLISH).contains(Words.ofOneLine(heading));
    }

    /** The columns of the ledger itself, counted from 0. */
    public static List<Integer> others(LedgerRow headings) {
        return IntStream.range(0, headings.cells().size())
                .filter(column -> !is(headings.cell(column).text()))
                .boxed()
                .toList();
    }
}
