package io.doorstep.command.imports;

import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** 核对对照表。 Says all that is wrong with a mapping at once, before anything is imported. */
final class MappingChecks {

    private static final List<Target> OF_AN_ASSIGNMENT = List.of(Target.OFFICER, Target.ASSIGNED_AT, Target.DUE);
    private static final List<Target> OF_A_RESOLUTION =
            List.of(Target.RESOLUTION, Target.OUTCOME, Target.RESULT, Target.CLOSED_OUT_AT);

    private final Mapping mapping;
    private final Vocabulary vocabulary;
    private final List<FieldProblem> problems = new ArrayList<>();

    private MappingChecks(Mapping mapping, Vocabulary vocabulary) {
        this.mapping = mapping;
        this.vocabulary = vocabulary;
    }

    static void check(Mapping mapping, Vocabulary vocabulary) {
        var checks = new MappingChecks(mapping, vocabulary);
        checks.form();
        checks.targets();
        checks.values();
        if (!checks.problems.isEmpty()) {
            throw new Malformed(checks.problems);
        }
    }

    private void form() {
        attempt(() -> ZoneId.of(mapping.zone()), "zone", "NOT_A_ZONE");
        var charset = mapping.charset();
        if (charset != null) {
            attempt(() -> Charset.forName(charset), "charset", "NOT_A_CHARSET");
        }
        for (var i = 0; i < mapping.dateFormats().size(); i++) {
            var pattern = mapping.dateFormats().get(i);
            attempt(() -> LedgerTimes.format(pattern), "dateFormats[" + i + "]", "NOT_A_DATE_FORMAT");
        }
    }

    private void attempt(Supplier<?> use, String field, String code) {
        try {
            Objects.requireNonNull(use.get());
        } catch (DateTimeException | IllegalArgumentException wrong) {
            problems.add(FieldProblem.of(field, code));
        }
    }

    private void targets() {
        mapping.columns().keySet().forEach(name -> known("columns", name));
        mapping.constantsOrNone().keySet().forEach(name -> known("constants", name));
        mapping.codesOrNone().keySet().forEach(name -> known("codes", name));
        for (var target : Target.values()) {
            if (target.required() && !mapped(target)) {
                missing(target);
            }
        }
        if (!mapped(Target.UNIT) && OF_AN_ASSIGNMENT.stream().anyMatch(this::mapped)) {
            missing(Target.UNIT);
        }
        if (!mapped(Target.RESOLVED_AT) && OF_A_RESOLUTION.stream().anyMatch(this::mapped)) {
            missing(Target.RESOLVED_AT);
        }
        if (mapping.constantsOrNone().containsKey(Target.ID.wire())) {
            problems.add(FieldProblem.of("constants.id", "ONLY_FROM_A_COLUMN"));
        }
    }

    private void known(String where, String name) {
        if (Target.of(name).isEmpty()) {
            problems.add(FieldProblem.of(where + "." + name, "UNKNOWN_FIELD", Target.all()));
        }
    }

    private void missing(Target target) {
        problems.add(FieldProblem.of("columns." + target.wire(), "COLUMN_OR_CONSTANT"));
    }

    private boolean mapped(Target target) {
        return mapping.columns().containsKey(target.wire())
                || mapping.constantsOrNone().containsKey(target.wire());
    }

    private void values() {
        Mapping.byTarget(mapping.constantsOrNone())
                .forEach((target, value) -> value(target, value, "constants." + target.wire()));
        Mapping.byTarget(mapping.codesOrNone()).forEach((target, table) -> {
            var field = "codes." + target.wire();
            if (!target.translatable()) {
                problems.add(FieldProblem.of(field, "NOT_TRANSLATABLE"));
            } else if (!mapping.columns().containsKey(target.wire())) {
                problems.add(FieldProblem.of(field, "CODES_WITHOUT_COLUMN"));
            } else {
                table.forEach((theirs, ours) -> value(target, ours, field + "." + theirs));
            }
        });
    }

    private void value(Target target, String value, String field) {
        if (target.sort() == Target.Sort.TIME) {
            time(value, field);
        } else {
            vocabulary.fault(target, value, field).ifPresent(problems::add);
        }
    }

    private void time(String value, String field) {
        try {
            var times = new LedgerTimes(mapping.zoneId(), mapping.dateFormats());
            if (times.read(value).isEmpty()) {
                problems.add(FieldProblem.of(field, "UNREADABLE_DATE"));
            }
        } catch (DateTimeException | IllegalArgumentException saidAlready) {
            // zone and formats have their own entries
            return;
        }
    }
}
