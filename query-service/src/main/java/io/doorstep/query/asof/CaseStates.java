package io.doorstep.query.asof;

import io.doorstep.identity.Actor;

/**
 * 可见的案情。 The one place where a question to {@code reading.case_state} begins, so that no page, list or figure can forget
 * the moment it is about or what its reader may not see: an accusation is hidden from the units it accuses.
 */
public final class CaseStates {

    private CaseStates() {}

    /**
     * SQL from {@code from} to the end of a where-clause, for the rows {@code s} that hold at the moment, pass the filter
     * (its window apart) and may be seen by the viewer. A page puts its columns before it and more conditions, with
     * {@code and}, and the order behind it.
     */
    public static Fragment seenBy(Actor viewer, Moment moment, CaseFilter filter) {
        return Fragment.of("from reading.case_state s where 1 = 1")
                .and(moment.validAt())
                .and(notSealedFrom(viewer, moment))
                .and(filter.where(moment));
    }

    private static Fragment notSealedFrom(Actor viewer, Moment moment) {
        var unit = viewer.unit();
        if (unit == null) {
            return Fragment.of("1 = 1");
        }
        var here = Fragment.of(
                "not (s.kind = 'ACCUSATION' and s.accused_units like :viewerUnit escape '!')",
                "viewerUnit",
                CaseFilter.inPath(unit));
        // what was a plain petition once may be an accusation now: asking for then must not tell it
        return moment.isPresent() ? here : here.and(Fragment.of("""
                not exists (select 1 from reading.case_state z where z.case_id = s.case_id \
                and z.recorded_to = :endless and z.occurred_to = :endless \
                and z.kind = 'ACCUSATION' and z.accused_units like :viewerUnit escape '!')""", "endless", SqlTime.of(Rectangle.FOREVER)));
    }
}
