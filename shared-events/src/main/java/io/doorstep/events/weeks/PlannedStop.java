package io.doorstep.events.weeks;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 计划走访。 A visit that a plan gives to a leader.
 *
 * @param order in the leader's day, from 1
 * @param type a constant of {@code VisitType}
 * @param reasons constants of {@code VisitReason}
 * @param why constants of {@code Why.Code}, each with its figure behind a colon
 * @param pinnedBy who decided it; null when the plan did
 * @param overruled constants of {@code Rule} that he set aside
 * @param reason why he did
 */
public record PlannedStop(
        String stopId,
        String caseId,
        String leader,
        LocalDate day,
        int order,
        String place,
        String type,
        List<String> reasons,
        List<String> why,
        @Nullable String pinnedBy,
        List<String> overruled,
        @Nullable String reason) {}
