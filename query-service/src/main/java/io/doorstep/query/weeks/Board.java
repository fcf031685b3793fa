package io.doorstep.query.weeks;

import io.doorstep.terms.LeaderRank;
import io.doorstep.weeks.WeekPlan;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 排班表。 A plan as somebody may see it: leaders down, days across. What he may not know of is nowhere counted.
 *
 * @param source DRAFT or PLAN
 * @param version of the draft; 0 for a published plan
 */
record Board(
        String source,
        long version,
        int load,
        List<LocalDate> days,
        List<Lane> lanes,
        List<Left> leftOut,
        WeekPlan.@Nullable Figures figures,
        WeekPlan.@Nullable Figures before) {

    /** 一位领导。 */
    record Lane(String leader, @Nullable LeaderRank rank, List<String> townships, List<Cell> cells) {}

    /**
     * 一位领导的一天。
     *
     * @param metres null for a day without visits
     * @param unknown places whose way is not counted
     */
    record Cell(
            LocalDate day,
            boolean away,
            List<Card> cards,
            @Nullable String township,
            @Nullable Long metres,
            int unknown) {}

    /** 一件的安排。 One planned visit, with codes that the bundles word. */
    record Card(
            String stopId,
            String caseId,
            String number,
            String title,
            String place,
            @Nullable LocalDate due,
            int order,
            String type,
            List<String> reasons,
            List<Told> why,
            @Nullable String pinnedBy,
            List<String> overruled,
            @Nullable String reason,
            @Nullable String missed) {}

    /**
     * 未排的一件。
     *
     * @param type null where it is not known, as in a published plan
     */
    record Left(
            String caseId,
            String number,
            String title,
            String place,
            @Nullable String type,
            List<String> reasons,
            Told why) {}

    /** 缘由。 A code with its figure. */
    record Told(String code, long figure) {

        static Told of(String text) {
            var colon = text.lastIndexOf(':');
            return new Told(text.substring(0, colon), Long.parseLong(text.substring(colon + 1)));
        }
    }

    public int cards() {
        return lanes.stream()
                .flatMap(lane -> lane.cells().stream())
                .mapToInt(cell -> cell.cards().size())
                .sum();
    }
}
