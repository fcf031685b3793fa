package io.doorstep.query.print;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** 表单。 The forms of one case; each is about a fact, and is refused while that is not on record. */
enum PrintedForm {
    /** 受理告知书。 */
    ACCEPTANCE("NO_ACCEPTANCE_ON_RECORD"),
    /** 交办单。 */
    ASSIGNMENT("NO_ASSIGNMENT_IN_FORCE"),
    /** 处理意见书。 */
    OPINION("NO_RESOLUTION_ON_RECORD"),
    /** 回访记录。 */
    REVISIT("NO_REVISIT_ON_RECORD"),
    /** 整卷。 */
    FILE("NOT_FOUND");

    private final String refusal;

    PrintedForm(String refusal) {
        this.refusal = refusal;
    }

    /** The form of an address; empty when there is none. */
    static Optional<PrintedForm> called(String document) {
        return Arrays.stream(values())
                .filter(form -> form.key().equals(document))
                .findFirst();
    }

    /** Its name in addresses, and that of its template. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the access log says that sealed words were opened for. */
    String purpose() {
        return "PRINT_" + name();
    }

    /** What it is filled in with; empty when what it is about is not on record. */
    Optional<? extends Record> filledFrom(Dossier dossier) {
        return switch (this) {
            case ACCEPTANCE -> Acceptance.of(dossier);
            case ASSIGNMENT -> AssignmentSheet.of(dossier);
            case OPINION -> Opinion.of(dossier);
            case REVISIT -> RevisitSheet.of(dossier);
            case FILE -> Optional.of(WholeFile.of(dossier));
        };
    }

    /** Why it is refused then. */
    String refusal() {
        return refusal;
    }
}
