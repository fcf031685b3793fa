package io.doorstep.reference.loading;

import io.doorstep.reference.Place;
import io.doorstep.reference.PlaceLevel;
import io.doorstep.reference.ReferenceTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** 区划表。 The code tells level and parent; the columns of that name only confirm it. */
record PlaceForm() implements Form<Place> {

    private static final Map<String, PlaceLevel> LEVELS = Map.ofEntries(
            Map.entry("county", PlaceLevel.COUNTY),
            Map.entry("县", PlaceLevel.COUNTY),
            Map.entry("区县", PlaceLevel.COUNTY),
            Map.entry("town", PlaceLevel.TOWNSHIP),
            Map.entry("township", PlaceLevel.TOWNSHIP),
            Map.entry("乡镇", PlaceLevel.TOWNSHIP),
            Map.entry("乡镇街道", PlaceLevel.TOWNSHIP),
            Map.entry("village", PlaceLevel.VILLAGE),
            Map.entry("村", PlaceLevel.VILLAGE),
            Map.entry("村社区", PlaceLevel.VILLAGE),
            Map.entry("grid", PlaceLevel.GRID),
            Map.entry("网格", PlaceLevel.GRID));

    @Override
    public ReferenceTable<Place> table() {
        return ReferenceTable.PLACES;
    }

    @Override
    public Set<Field> required() {
        return Set.of(Field.KEY, Field.NAME);
    }

    @Override
    public Set<Field> optional() {
        return Set.of(Field.LEVEL, Field.PARENT, Field.LAT, Field.LON);
    }

    @Override
    public Place entry(RowReader row) {
        var code = row.required(Field.KEY);
        var known = PlaceLevel.of(code);
        if (known.isEmpty() && !code.isEmpty()) {
            row.fault(Field.KEY, Fault.NOT_A_PLACE_CODE);
        }
        known.ifPresent(level -> confirm(row, code, level));
        var level = known.orElse(PlaceLevel.COUNTY);
        return new Place(
                code,
                row.name(),
                level,
                known.isPresent() ? level.parent(code) : null,
                "",
                EVER,
                null,
                row.degrees(Field.LAT, 90),
                row.degrees(Field.LON, 180));
    }

    private static void confirm(RowReader row, String code, PlaceLevel level) {
        var stated = row.text(Field.LEVEL);
        if (stated != null && LEVELS.get(stated.toLowerCase(Locale.ROOT)) != level) {
            row.fault(Field.LEVEL, Fault.WRONG_LEVEL);
        }
        var parent = row.text(Field.PARENT);
        if (parent != null && !parent.equals(level.prefix(code))) {
            row.fault(Field.PARENT, Fault.WRONG_PARENT);
        }
    }

    @Override
    public List<RowFault> check(Draft<Place> draft, Place version, Timelines<Place> own) {
        return own.knows(version.parent(), version)
                ? List.of()
                : List.of(draft.fault(Field.PARENT, Fault.UNKNOWN_PARENT));
    }
}
