package io.doorstep.query.statistics;

import io.doorstep.terms.CaseStatus;
import java.util.ArrayList;
import java.util.List;

/**
 * 可选的口径。 What a definition may say of a figure, and nothing else: a small closed list, so that every version can be
 * understood, compared and told in words. The first of each list is what the shipped versions say.
 *
 * @param excludes what may be excluded, or counted after all
 * @param observed whether days of observation may be named
 * @param least least {@code minimum} that a version may name: what people think is never told of fewer than five
 */
record FigureTerms(
        List<String> dates,
        List<String> numerators,
        List<String> denominators,
        List<String> excludes,
        boolean observed,
        int least) {

    static final String REPORTED = "REPORTED";
    static final String ACCEPTED = "ACCEPTED";
    static final String RESOLVED = "RESOLVED";
    static final String CLOSED_OUT = "CLOSED_OUT";
    static final String EXTENDED_DUE = "EXTENDED_DUE";
    static final String ORIGINAL_DUE = "ORIGINAL_DUE";
    static final String SETTLED = "SETTLED";
    static final String ENDED = "ENDED";
    static final String REOPENED_IN_WINDOW = "REOPENED_IN_WINDOW";
    static final String NOT_REACHED = "NOT_REACHED";

    static final List<String> EXITS = List.of(
            CaseStatus.VOIDED.name(),
            CaseStatus.MERGED.name(),
            CaseStatus.DIVERTED.name(),
            CaseStatus.WITHDRAWN.name(),
            CaseStatus.DECLINED.name());

    static FigureTerms of(Figure figure) {
        return switch (figure) {
            case RESOLUTION -> cases(List.of(SETTLED, ENDED), "CASES");
            case CLOSE_OUT -> cases(List.of("CLOSED_OUT"), "CASES");
            case REPEAT -> cases(List.of("LINKED"), "CASES");
            case ADOPTION -> cases(List.of("ADOPTED"), "SUGGESTIONS");
            case RESOLUTION_FLOW ->
                of(List.of("OPEN_OR_REPORTED"), List.of(SETTLED, ENDED), List.of("CASES"), and(REOPENED_IN_WINDOW));
            case ON_TIME -> of(List.of(EXTENDED_DUE, ORIGINAL_DUE), List.of(ENDED, SETTLED), List.of("DUTIES"), EXITS);
            case TIMELY_ACCEPTANCE -> of(List.of("DUE"), List.of("TOLD"), List.of("NOTICES"), EXITS);
            case SETTLEMENT -> results(List.of("ACCEPTS"), List.of(SETTLED, ENDED), 0);
            case DOORSTEP -> results(List.of("AT_THE_DOOR"), List.of(SETTLED, ENDED), 0);
            case REVISIT_CONFIRMATION ->
                of(List.of("REVISITED"), List.of("CONFIRMED"), List.of("REVISITS"), and(NOT_REACHED));
            case REOPEN -> observed(List.of("REOPENED"), "CLOSE_OUTS");
            case FIRST_TIME -> observed(List.of("NOTHING_AFTER"), "FIRST_PETITIONS");
            case SATISFACTION_BUREAU, SATISFACTION_UNIT -> results(List.of("CONTENT"), List.of(ENDED, SETTLED), 5);
            case PARTICIPATION_BUREAU, PARTICIPATION_UNIT -> results(List.of("RATED"), List.of(ENDED, SETTLED), 5);
        };
    }

    private static FigureTerms cases(List<String> numerators, String denominator) {
        return of(List.of(REPORTED, ACCEPTED), numerators, List.of(denominator), EXITS);
    }

    private static FigureTerms results(List<String> numerators, List<String> denominators, int least) {
        return new FigureTerms(List.of(RESOLVED, CLOSED_OUT), numerators, denominators, EXITS, false, least);
    }

    private static FigureTerms observed(List<String> numerators, String denominator) {
        return new FigureTerms(List.of(CLOSED_OUT), numerators, List.of(denominator), EXITS, true, 0);
    }

    private static FigureTerms of(
            List<String> dates, List<String> numerators, List<String> denominators, List<String> excludes) {
        return new FigureTerms(dates, numerators, denominators, excludes, false, 0);
    }

    private static List<String> and(String another) {
        var all = new ArrayList<>(EXITS);
        all.add(another);
        return List.copyOf(all);
    }
}
