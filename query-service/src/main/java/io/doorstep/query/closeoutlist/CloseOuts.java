package io.doorstep.query.closeoutlist;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.doorstep.query.layout.Paged;

/** 一页销号清单。 A page of the list, with the figures of the whole window. */
record CloseOuts(@JsonUnwrapped Paged<CloseOut> page, Totals totals) {

    /**
     * 合计。 Counted over the filter and the window, whichever state is listed.
     *
     * @param waiting resolved and not closed out
     * @param gross every close-out in the window; a case closed out twice counts twice
     * @param net those of them that stand: neither reopened nor the case gone by an exit since
     */
    record Totals(long waiting, long gross, long net) {

        Totals and(Totals others) {
            return new Totals(waiting + others.waiting, gross + others.gross, net + others.net);
        }
    }
}
