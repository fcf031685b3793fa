package io.doorstep.reference.loading;

import io.doorstep.reference.Place;
import io.doorstep.reference.ReferenceTable;
import io.doorstep.reference.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** 单位表。 A unit works for a place and may stand below another unit. */
record UnitForm(Timelines<Place> places) implements Form<Unit> {

    @Override
    public ReferenceTable<Unit> table() {
        return ReferenceTable.UNITS;
    }

    @Override
    public Set<Field> required() {
        return Set.of(Field.KEY, Field.NAME, Field.PLACE);
    }

    @Override
    public Set<Field> optional() {
        return Set.of(Field.PARENT);
    }

    @Override
    public Unit entry(RowReader row) {
        return new Unit(row.id(), row.name(), row.required(Field.PLACE), row.text(Field.PARENT), "", EVER, null);
    }

    @Override
    public List<RowFault> check(Draft<Unit> draft, Unit version, Timelines<Unit> own) {
        List<RowFault> faults = new ArrayList<>();
        if (!places.knows(version.place(), version)) {
            faults.add(draft.fault(Field.PLACE, Fault.UNKNOWN_PLACE));
        }
        if (!own.knows(version.parent(), version)) {
            faults.add(draft.fault(Field.PARENT, Fault.UNKNOWN_PARENT));
        }
        return faults;
    }
}
