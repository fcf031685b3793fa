package io.doorstep.query.statistics;

import java.util.List;

/** 下一级。 Of rows that roll up, those right below the scope: a table that showed all levels would count things thrice. */
final class Levels {

    private final List<Row> all;
    private final Question question;
    private final Hierarchy hierarchy;
    private final int depth;

    Levels(List<Row> all, Question question, Hierarchy hierarchy) {
        this.all = all;
        this.question = question;
        this.hierarchy = hierarchy;
        this.depth = depth();
    }

    /** The rows of the table; the scope's own where nothing lies below it. */
    List<Row> below() {
        if (!rollsUp()) {
            return all;
        }
        var below = all.stream().filter(row -> level(row) == depth + 1).toList();
        return below.isEmpty() ? all.stream().filter(row -> level(row) == depth).toList() : below;
    }

    /** Whether something is counted below a row. */
    boolean deeper(Row row) {
        return rollsUp()
                && level(row) == depth + 1
                && all.stream()
                        .anyMatch(other ->
                                codes(other).size() > depth + 1 && codes(other).contains(row.key()));
    }

    private boolean rollsUp() {
        return question.by() == Dimension.PLACE || question.by() == Dimension.CATEGORY;
    }

    /** Of a single county its townships are asked for, though nobody said so. */
    private int depth() {
        var scope = question.by() == Dimension.PLACE
                ? question.scope().place()
                : question.scope().category();
        if (!rollsUp()) {
            return 0;
        }
        if (scope != null) {
            return question.by() == Dimension.PLACE
                    ? hierarchy.place(scope).size()
                    : hierarchy.category(scope).size();
        }
        var roots = all.stream().filter(row -> level(row) == 1).count();
        return question.by() == Dimension.PLACE && roots == 1 ? 1 : 0;
    }

    private int level(Row row) {
        return codes(row).size();
    }

    private List<String> codes(Row row) {
        return question.by() == Dimension.PLACE ? hierarchy.place(row.key()) : hierarchy.category(row.key());
    }
}
