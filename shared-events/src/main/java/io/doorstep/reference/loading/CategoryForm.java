package io.doorstep.reference.loading;

import io.doorstep.reference.Category;
import io.doorstep.reference.ReferenceTable;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** 分类表。 Three levels; the parent stands one level higher. */
record CategoryForm() implements Form<Category> {

    private static final Map<String, Integer> LEVELS = Map.of("1", 1, "2", 2, "3", 3, "一级", 1, "二级", 2, "三级", 3);

    @Override
    public ReferenceTable<Category> table() {
        return ReferenceTable.CATEGORIES;
    }

    @Override
    public Set<Field> required() {
        return Set.of(Field.KEY, Field.NAME, Field.LEVEL, Field.PARENT);
    }

    @Override
    public Set<Field> optional() {
        return Set.of();
    }

    @Override
    public Category entry(RowReader row) {
        var code = row.id();
        var stated = row.required(Field.LEVEL);
        var parent = row.text(Field.PARENT);
        var level = LEVELS.getOrDefault(stated, 0);
        if (!stated.isEmpty() && (level == 0 || (level == 1) != (parent == null))) {
            row.fault(Field.LEVEL, Fault.WRONG_LEVEL);
        }
        return new Category(code, row.name(), level, parent, "", EVER, null);
    }

    @Override
    public List<RowFault> check(Draft<Category> draft, Category version, Timelines<Category> own) {
        if (!own.knows(version.parent(), version)) {
            return List.of(draft.fault(Field.PARENT, Fault.UNKNOWN_PARENT));
        }
        return own.beside(version.parent(), version).allMatch(parent -> parent.level() == version.level() - 1)
                ? List.of()
                : List.of(draft.fault(Field.LEVEL, Fault.WRONG_LEVEL));
    }
}
