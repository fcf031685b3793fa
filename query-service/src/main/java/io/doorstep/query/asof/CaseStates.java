package io.doorstep.query.asof;

import io.doorstep.identity.Actor;
import io.doorstep.identity.Reach;
import io.doorstep.reference.Paths;
import io.doorstep.web.Named;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 可见的案情。 The one place where a question to {@code case_state} begins, so that no page, list or figure can forget
 * the moment it is about or what its reader may know of: the places and units that he works for, no accusation against his
 * own unit, no case that he is recused from (docs/decisions/0019). What he may know of is asked of the case as it is now,
 * whatever moment is shown.
 */
public final class CaseStates {

    private static final Fragment ALWAYS = Fragment.of("1 = 1");

    private static final String NOT_WITHDRAWN =
            "not exists (select 1 from federation_withdrawn w where w.case_id = s.case_id)";

    /**
     * SQL that is true for the rows {@code s} of nearly all cases: nobody is named whom they are kept from. Those an index
     * counts without fetching a row; names, as many as there may be, have no room in one.
     */
    public static final String PLAIN = "s.recused = '' and s.accused_units = ''";

    private static final String ROWS = "from case_state s";

    private final Paths paths;
    private final ZoneId zone;
    private final Runnable complete;
    private final Fragment notWithdrawn;

    /**
     * Of all cases that the reading tables hold.
     *
     * @param zone of the office, whose day says where units and places hang
     * @param complete throws while the rows are not all there
     * @param ofCopies whether the cases are copies of other offices', which may take one back (docs/decisions/0051)
     */
    public CaseStates(Paths paths, ZoneId zone, Runnable complete, boolean ofCopies) {
        this.paths = paths;
        this.zone = zone;
        this.complete = complete;
        this.notWithdrawn = ofCopies ? Fragment.of(NOT_WITHDRAWN) : ALWAYS;
    }

    /**
     * SQL from {@code from} to the end of a where-clause, for the rows {@code s} that hold at the moment, pass the filter
     * (its window apart) and may be seen by the viewer. A page puts its columns before it and more conditions, with
     * {@code and}, and the order behind it. Refuses somebody whose roles need no case.
     */
    public Fragment seenBy(Actor viewer, Moment moment, CaseFilter filter) {
        if (viewer.reach().compareTo(Reach.OWN_UNIT) < 0) {
            throw Named.roleMayNot();
        }
        return ask(viewer, moment, filter, viewer.reach());
    }

    /** The same with another table beside each row; {@code join} is SQL of ours that names {@code s.case_id}. */
    public Fragment seenBy(Actor viewer, Moment moment, CaseFilter filter, String join) {
        var seen = seenBy(viewer, moment, filter);
        return new Fragment(seen.sql().replace(ROWS, ROWS + " " + join), seen.parameters());
    }

    /** The same for counting: a statistician counts the cases of his place, and gets to see none of them. */
    Fragment countedBy(Actor viewer, Moment moment, CaseFilter filter) {
        return viewer.reach() == Reach.FIGURES
                ? ask(viewer, moment, filter, Reach.EVERY_UNIT)
                : seenBy(viewer, moment, filter);
    }

    private Fragment ask(Actor viewer, Moment moment, CaseFilter filter, Reach reach) {
        complete.run();
        return Fragment.of(ROWS + " where 1 = 1")
                .and(moment.validAt())
                .and(notWithdrawn)
                .and(knownTo(viewer, moment, reach))
                .and(filter.where(moment));
    }

    private Fragment knownTo(Actor viewer, Moment moment, Reach reach) {
        if (moment.isPresent()) {
            return mayKnowOf(viewer, moment, reach, "s");
        }
        // what was a plain petition once, or another unit's, may be none of his business now: asking for then must not
        // tell it
        var now = mayKnowOf(viewer, moment, reach, "z");
        return new Fragment("""
                exists (select 1 from case_state z where z.case_id = s.case_id \
                and z.recorded_to = %1$s and z.occurred_to = %1$s and %2$s)""".formatted(Rectangle.SQL_FOREVER, now.sql()), now.parameters());
    }

    private Fragment mayKnowOf(Actor viewer, Moment moment, Reach reach, String row) {
        var sealed = notSealedFrom(viewer, moment, row).and(notRecused(viewer, row));
        var named = row + ".officer = :viewerId or " + row + ".lead_officer = :viewerId";
        var scope = within(row + ".place_path", "viewerPlace", viewer.place());
        if (reach == Reach.OWN_UNIT) {
            // somebody without a unit, such as a program, has none of a unit's cases
            scope = scope.and(within(row + ".unit_path", "viewerUnit", viewer.unit() == null ? "" : viewer.unit()));
        }
        return scope.parameters().isEmpty()
                ? sealed
                : sealed.and(new Fragment("((" + scope.sql() + ") or " + named + ")", scope.parameters()));
    }

    private static Fragment within(String path, String name, @Nullable String code) {
        return code == null
                ? ALWAYS
                : Fragment.of(path + " like :" + name + " escape '!'", name, CaseFilter.inPath(code));
    }

    private static Fragment notRecused(Actor viewer, String row) {
        return new Fragment(
                row + ".recused not like :viewerIn escape '!'",
                Map.of("viewerIn", CaseFilter.inPath(viewer.id()), "viewerId", viewer.id()));
    }

    /** An accusation is hidden from the units that it accuses and from those below them. */
    private Fragment notSealedFrom(Actor viewer, Moment moment, String row) {
        var unit = viewer.unit();
        if (unit == null) {
            return ALWAYS;
        }
        var line = Arrays.stream(paths.unit(unit, moment.now().atZone(zone).toLocalDate())
                        .split("/"))
                .filter(above -> !above.isEmpty())
                .toList();
        Map<String, Object> parameters = new HashMap<>();
        for (var i = 0; i < line.size(); i++) {
            parameters.put("above" + i, CaseFilter.inPath(line.get(i)));
        }
        var accused = parameters.keySet().stream()
                .sorted()
                .map(name -> row + ".accused_units like :" + name + " escape '!'")
                .collect(Collectors.joining(" or "));
        return new Fragment("not (" + row + ".kind = 'ACCUSATION' and (" + accused + "))", parameters);
    }
}
