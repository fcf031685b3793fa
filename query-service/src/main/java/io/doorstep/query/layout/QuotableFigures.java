package io.doorstep.query.layout;

import io.doorstep.identity.Actor;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.Moment;
import java.util.List;
import java.util.Locale;

/** 可摘录的指标。 The figures of a scope and a window, as another page may quote them. */
public interface QuotableFigures {

    /**
     * One figure; no rate stands without its numbers.
     *
     * @param rate as people read it, a dash for an empty denominator
     * @param excluded what counts on neither side, with reasons; empty when there is nothing of that kind
     */
    record Quoted(String name, long numerator, long denominator, String rate, String excluded) {}

    /** Version of the definitions by which the figures of that scope are quoted. */
    String definitions(CaseFilter scope, Moment moment);

    /** All figures of the cases in the scope, whose {@code from} and {@code to} are the window. */
    List<Quoted> quote(Actor viewer, CaseFilter scope, Moment moment, Locale locale);
}
