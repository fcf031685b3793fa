package io.doorstep.reference.loading;

import io.doorstep.reference.Officer;
import io.doorstep.reference.ReferenceTable;
import io.doorstep.reference.Unit;
import java.util.List;
import java.util.Set;

/** 人员表。 An officer works for one unit at a time. */
record OfficerForm(Timelines<Unit> units) implements Form<Officer> {

    @Override
    public ReferenceTable<Officer> table() {
        return ReferenceTable.OFFICERS;
    }

    @Override
    public Set<Field> required() {
        return Set.of(Field.KEY, Field.NAME, Field.UNIT);
    }

    @Override
    public Set<Field> optional() {
        return Set.of(Field.HEAD);
    }

    @Override
    public Officer entry(RowReader row) {
        return new Officer(row.id(), row.name(), row.required(Field.UNIT), row.flag(Field.HEAD), EVER, null);
    }

    @Override
    public List<RowFault> check(Draft<Officer> draft, Officer version, Timelines<Officer> own) {
        return units.knows(version.unit(), version) ? List.of() : List.of(draft.fault(Field.UNIT, Fault.UNKNOWN_UNIT));
    }
}
