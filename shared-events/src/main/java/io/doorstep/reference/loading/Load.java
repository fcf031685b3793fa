package io.doorstep.reference.loading;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.doorstep.reference.Entry;
import io.doorstep.reference.loading.Timeline.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 一次导入。 Lays a table's drafts over what is known and finds what is wrong with the whole; touches no database. */
final class Load<E extends Entry<E>> {

    private final Form<E> form;
    private final Timelines<E> own;
    private final @Nullable LocalDate validFrom;
    private final LocalDate today;
    private final List<RowFault> faults = new ArrayList<>();

    Load(Form<E> form, Timelines<E> own, @Nullable LocalDate validFrom, LocalDate today) {
        this.form = form;
        this.own = own;
        this.validFrom = validFrom;
        this.today = today;
    }

    /** What became of the drafts; throws when any of them is wrong. */
    LoadReport take(List<Draft<E>> rows) {
        var drafts = inTheirOrder(rows);
        refuseTwins(drafts);
        Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        Map<Draft<E>, E> written = new LinkedHashMap<>();
        for (var draft : drafts) {
            var applied = own.of(draft.entry().key()).apply(draft, validFrom, today);
            outcomes.merge(applied.outcome(), 1L, Long::sum);
            switch (applied.outcome()) {
                case TOO_EARLY -> faults.add(draft.fault(Field.VALID_FROM, Fault.TOO_EARLY));
                case WRONG_END -> faults.add(draft.fault(Field.VALID_TO, Fault.WRONG_END));
                case ADDED, CHANGED -> written.put(draft, applied.version());
                case UNCHANGED -> {}
            }
        }
        written.forEach((draft, version) -> faults.addAll(form.check(draft, version, own)));
        refuseIfFaulty();
        var circular = new Paths<>(own).settle();
        drafts.stream()
                .filter(draft -> circular.contains(draft.entry().key()))
                .forEach(draft -> faults.add(draft.fault(Field.PARENT, Fault.CIRCLE)));
        refuseIfFaulty();
        return new LoadReport(
                drafts.size(),
                outcomes.getOrDefault(Outcome.ADDED, 0L),
                outcomes.getOrDefault(Outcome.CHANGED, 0L),
                outcomes.getOrDefault(Outcome.UNCHANGED, 0L));
    }

    List<E> touched() {
        return own.touched();
    }

    /**
     * By first day, whatever the order in the table. Where a table tells an entry's history in several rows, the one
     * without a first day is the oldest.
     */
    private List<Draft<E>> inTheirOrder(List<Draft<E>> rows) {
        var several = rows.stream().collect(groupingBy(draft -> draft.entry().key(), counting()));
        return rows.stream()
                .map(draft -> draft.from() == null
                                && several.getOrDefault(draft.entry().key(), 0L) > 1
                        ? draft.from(own.of(draft.entry().key()).firstDay())
                        : draft)
                .sorted(comparing((Draft<E> draft) -> draft.from(), nullsLast(naturalOrder())))
                .toList();
    }

    private void refuseTwins(List<Draft<E>> drafts) {
        Set<List<Object>> seen = new HashSet<>();
        for (var draft : drafts) {
            if (!seen.add(List.of(draft.entry().key(), String.valueOf(draft.from())))) {
                faults.add(draft.fault(Field.KEY, Fault.TWICE));
            }
        }
        refuseIfFaulty();
    }

    private void refuseIfFaulty() {
        if (!faults.isEmpty()) {
            faults.sort(comparing(RowFault::line));
            throw new RefusedLoad(faults);
        }
    }
}
