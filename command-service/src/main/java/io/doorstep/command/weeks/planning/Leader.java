package io.doorstep.command.weeks.planning;

import io.doorstep.terms.LeaderRank;
import java.time.LocalDate;
import java.util.Set;

/**
 * 下访领导。 Who can be sent, and where to.
 *
 * @param id of the account
 * @param townships codes of his contact townships
 * @param away days on which he is elsewhere
 */
public record Leader(String id, LeaderRank rank, Set<String> townships, Set<LocalDate> away) {

    public Leader {
        townships = Set.copyOf(townships);
        away = Set.copyOf(away);
    }

    boolean isOwn(String township) {
        return townships.contains(township);
    }

    boolean goesTo(String township) {
        return isOwn(township) || rank.goesAnywhere();
    }
}
