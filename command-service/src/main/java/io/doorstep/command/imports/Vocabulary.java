package io.doorstep.command.imports;

import io.doorstep.reference.ReferenceData;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.Channel;
import io.doorstep.terms.ResolutionOutcome;
import io.doorstep.terms.ResolutionResult;
import io.doorstep.web.FieldProblem;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** 词表。 Which codes there are. A ledger may be older than the reference data, so what ever held is known. */
@Component
class Vocabulary {

    private final ReferenceData reference;

    Vocabulary(ReferenceData reference) {
        this.reference = reference;
    }

    /** What is wrong with a value of ours, if anything. */
    Optional<FieldProblem> fault(Target target, String value, String field) {
        return switch (target) {
            case KIND -> constant(CaseKind.class, value, field);
            case CHANNEL -> constant(Channel.class, value, field);
            case OUTCOME -> constant(ResolutionOutcome.class, value, field);
            case RESULT -> constant(ResolutionResult.class, value, field);
            case PLACE -> unless(reference.everPlace(value), field, "UNKNOWN_PLACE");
            case UNIT -> unless(reference.everUnit(value), field, "UNKNOWN_UNIT");
            case CATEGORY -> unless(reference.everCategory(value), field, "UNKNOWN_CATEGORY");
            case OFFICER -> unless(reference.everOfficer(value), field, "UNKNOWN_OFFICER");
            default ->
                value.length() > target.limit()
                        ? Optional.of(FieldProblem.of(field, "TOO_LONG", target.limit()))
                        : Optional.empty();
        };
    }

    private static Optional<FieldProblem> unless(boolean known, String field, String code) {
        return known ? Optional.empty() : Optional.of(FieldProblem.of(field, code));
    }

    private static <E extends Enum<E>> Optional<FieldProblem> constant(Class<E> type, String value, String field) {
        return Arrays.stream(type.getEnumConstants()).anyMatch(it -> it.name().equals(value))
                ? Optional.empty()
                : Optional.of(FieldProblem.unknownConstant(field, type));
    }
}
