package io.doorstep.command.weeks.planning;

import ai.timefold.solver.core.api.score.buildin.bendablelong.BendableLongScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 权衡。 What a draft is worth. Every rule and wish is about one leader's day, so the whole is the sum over the days, and only
 * a day that changes is weighed again. Wishes in the order of their weight: overdue cases reached, urgency reached, own
 * townships, short ways, few stops.
 */
@SuppressWarnings("NullAway.Init") // made by the optimiser, which says at once what it works on
public final class Weighing implements IncrementalScoreCalculator<Draft, BendableLongScore> {

    private static final int BROKEN = 0;
    private static final int OVERDUE = 1;
    private static final int URGENCY = 2;
    private static final int FOREIGN = 3;
    private static final int WAY = 4;
    private static final int STOPS = 5;

    private Draft draft;
    private List<List<Visit>> days;
    private long[][] weights;
    private long[] sum;

    @Override
    public void resetWorkingSolution(Draft working) {
        draft = working;
        days = new ArrayList<>();
        working.allSlots.forEach(slot -> days.add(new ArrayList<>()));
        for (var visit : working.visits) {
            if (visit.slot != null) {
                days.get(visit.slot.index()).add(visit);
            }
        }
        sum = new long[STOPS + 1];
        weights = new long[days.size()][];
        for (var slot : working.allSlots) {
            weights[slot.index()] = weigh(slot, days.get(slot.index()), draft);
            add(weights[slot.index()], 1);
        }
    }

    @Override
    public void beforeVariableChanged(Object entity, String variable) {
        if (entity instanceof Visit visit) {
            change(visit, visit.slot, false);
        }
    }

    @Override
    public void afterVariableChanged(Object entity, String variable) {
        if (entity instanceof Visit visit) {
            change(visit, visit.slot, true);
        }
    }

    private void change(Visit visit, @Nullable Slot slot, boolean comes) {
        if (slot == null) {
            return;
        }
        var day = days.get(slot.index());
        if (comes) {
            day.add(visit);
        } else {
            day.remove(visit);
        }
        add(weights[slot.index()], -1);
        weights[slot.index()] = weigh(slot, day, draft);
        add(weights[slot.index()], 1);
    }

    private void add(long[] day, int sign) {
        for (var level = 0; level < sum.length; level++) {
            sum[level] += sign * day[level];
        }
    }

    private static long[] weigh(Slot slot, List<Visit> day, Draft draft) {
        var weight = new long[STOPS + 1];
        if (day.isEmpty()) {
            return weight;
        }
        // by hand: this is asked some hundred thousand times a second
        var townships = different(day, false);
        var places = different(day, true);
        weight[BROKEN] = -Math.max(0, day.size() - draft.dailyLoad) - (townships.length - 1L);
        for (var visit : day) {
            weight[OVERDUE] += visit.overdue ? 1 : 0;
            weight[URGENCY] += visit.urgency;
            weight[FOREIGN] -= slot.own().get(visit.township) ? 0 : 1;
        }
        weight[WAY] = weight[BROKEN] < 0 ? 0 : -draft.ways.round(townships[0], places);
        weight[STOPS] = -places.length;
        return weight;
    }

    private static int[] different(List<Visit> day, boolean places) {
        var numbers = new int[day.size()];
        var count = 0;
        for (var visit : day) {
            var number = places ? visit.place : visit.township;
            var known = false;
            for (var i = 0; i < count; i++) {
                known |= numbers[i] == number;
            }
            if (!known) {
                numbers[count++] = number;
            }
        }
        var different = Arrays.copyOf(numbers, count);
        Arrays.sort(different);
        return different;
    }

    @Override
    public BendableLongScore calculateScore() {
        return BendableLongScore.of(
                new long[] {sum[BROKEN]}, new long[] {sum[OVERDUE], sum[URGENCY], sum[FOREIGN], sum[WAY], sum[STOPS]});
    }

    @Override
    public void beforeEntityAdded(Object entity) {
        // drafts keep their visits
    }

    @Override
    public void afterEntityAdded(Object entity) {
        // drafts keep their visits
    }

    @Override
    public void beforeEntityRemoved(Object entity) {
        // drafts keep their visits
    }

    @Override
    public void afterEntityRemoved(Object entity) {
        // drafts keep their visits
    }
}
