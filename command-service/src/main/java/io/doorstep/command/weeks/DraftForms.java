package io.doorstep.command.weeks;

import io.doorstep.terms.MissReason;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Form;
import io.doorstep.web.Malformed;
import io.doorstep.web.MaxLength;
import io.doorstep.weeks.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 无会周表单。 What the endpoints of a week are told. */
final class DraftForms {

    private static final int MOST_A_DAY = 20;

    private DraftForms() {}

    record ProclaimForm(
            @Nullable String county,
            @Nullable LocalDate monday,
            @MaxLength(200) @Nullable String reason) implements Form {}

    record PlanForm(
            @Nullable String county,
            @Nullable Integer version,
            @Nullable Integer load) implements Form {

        void check() {
            if (load != null && (load < 1 || load > MOST_A_DAY)) {
                throw new Malformed(FieldProblem.of("load", "OUT_OF_RANGE", 1, MOST_A_DAY));
            }
        }
    }

    enum DraftAction {
        PIN,
        RELEASE,
        LEAVE_OUT
    }

    record ChangeForm(
            @Nullable String county,
            Integer version,
            DraftAction action,
            UUID caseId,
            @Nullable String leader,
            @Nullable LocalDate day,
            @MaxLength(200) @Nullable String reason)
            implements Form {}

    record PublishForm(
            @Nullable String county,
            Integer version,
            @MaxLength(200) @Nullable String reason) implements Form {}

    record MissForm(@Nullable String county, MissReason reason) implements Form {}

    record CloseForm(@Nullable String county) implements Form {}

    static void reasonFor(List<Rule> broken, @Nullable String reason) {
        if (!broken.isEmpty() && (reason == null || reason.isBlank())) {
            throw new Malformed(FieldProblem.of("reason", "REQUIRED"));
        }
    }
}
