package io.doorstep.command.web;

import io.doorstep.vault.Private;
import io.doorstep.web.Form;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 案件表单。 What every form about a case may say: when it happened, and why it is recorded so late. */
public interface CaseForm extends Form {

    @Nullable
    Instant occurredAt();

    @Nullable
    String lateEntryReason();

    /** Words of a form as what they are: personal. */
    static @Nullable Private privately(@Nullable String words) {
        return words == null ? null : new Private(words);
    }
}
