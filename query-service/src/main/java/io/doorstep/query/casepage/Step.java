package io.doorstep.query.casepage;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 一步。 Something that the reader's role may do with a case.
 *
 * @param verb names the form
 * @param address what stands behind the case's address in the interface
 * @param why key of the reason for which it is not possible now; null when it is
 */
record Step(String verb, String address, @Nullable String why) {

    private static final Set<String> RARE = Set.of(
            "correct",
            "link",
            "merge",
            "withdraw",
            "void",
            "rate",
            "requestReview",
            "refuseMediator",
            "requestConfirmation",
            "decline",
            "divert",
            "recuse",
            "liftRecusal",
            "erase");

    public boolean isOpen() {
        return why == null;
    }

    /** Whether it leaves a fact of the case, which may have happened earlier and be recorded late. */
    public boolean isOfTheCase() {
        return !verb.equals("erase");
    }

    /** Whether it is out of the ordinary course of a case. */
    public boolean isRare() {
        return RARE.contains(verb);
    }
}
