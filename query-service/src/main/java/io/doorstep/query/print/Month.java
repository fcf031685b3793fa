package io.doorstep.query.print;

import io.doorstep.query.layout.QuotableFigures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 月报。 The three lists of a month with their counts and figures, ready to be set.
 *
 * @param scope place and unit that it is about, in words; all of the county when there is none
 * @param asOf the moment as of which it counts, and the knowledge it rests on
 * @param over whether the month was over then
 */
record Month(
        String title,
        String scope,
        String asOf,
        boolean over,
        String definitions,
        List<Line> balances,
        List<Count> counts,
        List<QuotableFigures.Quoted> figures,
        List<Listed> lists) {

    /** 平衡关系的一行。 Cases of the month, or of all times. */
    record Line(String name, String reported, String open, String closedOut, String gone, String exits) {}

    /** 计数。 */
    record Count(String name, String number) {}

    /**
     * 一份清单。
     *
     * @param rows cells as people read them
     * @param leftOut lines that did not fit; empty when all did
     */
    record Listed(
            String name,
            String title,
            String about,
            List<String> headings,
            List<List<@Nullable String>> rows,
            String leftOut) {}
}
