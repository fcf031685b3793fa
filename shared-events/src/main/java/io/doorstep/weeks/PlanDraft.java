package io.doorstep.weeks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 计划草稿。 A plan that nobody has published: no fact, and changed by whoever saw its last version.
 *
 * @param version 1 for the first
 * @param before figures of the version before this one; null for the first
 */
public record PlanDraft(
        long version,
        int dailyLoad,
        List<Pin> pins,
        List<String> excluded,
        WeekPlan plan,
        WeekPlan.@Nullable Figures before,
        String changedBy,
        Instant changedAt) {

    /**
     * 人工指定。 What a person decided about one case.
     *
     * @param overruled constants of {@link Rule} that he set aside
     * @param reason needed when he set a rule aside
     */
    public record Pin(
            String caseId,
            String leader,
            LocalDate day,
            String by,
            List<String> overruled,
            @Nullable String reason) {}

    public PlanDraft {
        pins = List.copyOf(pins);
        excluded = List.copyOf(excluded);
    }
}
