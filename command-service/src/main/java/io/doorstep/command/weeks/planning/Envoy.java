package io.doorstep.command.weeks.planning;

import io.doorstep.policy.VisitRules;
import io.doorstep.terms.LeaderRank;
import io.doorstep.terms.VisitType;
import java.time.LocalDate;
import java.util.Set;

/**
 * 可派领导。 Whom a plan can send, and where to.
 *
 * @param id of the account
 * @param townships codes of his contact townships
 * @param away days on which he is elsewhere
 * @param rules under which the week is planned
 */
public record Envoy(String id, LeaderRank rank, Set<String> townships, Set<LocalDate> away, VisitRules rules) {

    public Envoy {
        townships = Set.copyOf(townships);
        away = Set.copyOf(away);
    }

    boolean isOwn(String township) {
        return townships.contains(township);
    }

    boolean goesTo(String township) {
        return isOwn(township) || rules.goesAnywhere(rank);
    }

    /** Whether visits of the type are his to make. */
    boolean makes(VisitType type) {
        return rules.makes(rank, type);
    }
}
