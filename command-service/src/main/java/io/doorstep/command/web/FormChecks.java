package io.doorstep.command.web;

import io.doorstep.reference.ReferenceData;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 表单核对。 Checks what a form names against the reference data of a day, and says all that is wrong at once. */
public final class FormChecks {

    private final ReferenceData reference;
    private final LocalDate on;
    private final List<FieldProblem> problems = new ArrayList<>();

    public FormChecks(ReferenceData reference, LocalDate on) {
        this.reference = reference;
        this.on = on;
    }

    public FormChecks place(String field, @Nullable String code) {
        return require(code == null || reference.place(code, on).isPresent(), field, "UNKNOWN_PLACE");
    }

    public FormChecks unit(String field, @Nullable String id) {
        return require(id == null || reference.unit(id, on).isPresent(), field, "UNKNOWN_UNIT");
    }

    public FormChecks units(String field, @Nullable List<String> ids) {
        for (var i = 0; ids != null && i < ids.size(); i++) {
            unit(field + "[" + i + "]", ids.get(i));
        }
        return this;
    }

    public FormChecks category(String field, @Nullable String code) {
        return require(code == null || reference.category(code, on).isPresent(), field, "UNKNOWN_CATEGORY");
    }

    /** An officer of any unit. */
    public FormChecks officer(String field, @Nullable String id) {
        return require(id == null || reference.officer(id, on).isPresent(), field, "UNKNOWN_OFFICER");
    }

    public FormChecks officers(String field, List<String> ids) {
        for (var i = 0; i < ids.size(); i++) {
            officer(field + "[" + i + "]", ids.get(i));
        }
        return this;
    }

    /** An officer of that unit. */
    public FormChecks officerOf(String field, @Nullable String id, String unit) {
        return require(
                id == null
                        || reference
                                .officer(id, on)
                                .filter(officer -> officer.unit().equals(unit))
                                .isPresent(),
                field,
                "UNKNOWN_OFFICER");
    }

    public FormChecks require(boolean right, String field, String code, Object... arguments) {
        if (!right) {
            problems.add(FieldProblem.of(field, code, arguments));
        }
        return this;
    }

    /** Throws {@link Malformed} with all that was found wrong. */
    public void done() {
        if (!problems.isEmpty()) {
            throw new Malformed(problems);
        }
    }
}
