package io.doorstep.command.cases.attach;

import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.web.Ask;
import io.doorstep.command.web.CaseForm;
import io.doorstep.command.web.Counter;
import io.doorstep.vault.Private;
import io.doorstep.vault.SealedFiles;
import io.doorstep.web.Named;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** 收附件。 Looks at a file's content, keeps it, and puts it on record with its case. */
@Component
public class Attaching {

    /** Bytes of the largest file that a case takes. */
    public static final int MOST_BYTES = 20 * 1024 * 1024;

    private static final int LONGEST_NAME = 200;

    private final Counter counter;
    private final SealedFiles files;

    Attaching(Counter counter, SealedFiles files) {
        this.counter = counter;
        this.files = files;
    }

    record AttachmentForm(
            String sha256,
            String fileName,
            @Nullable Instant occurredAt,
            @Nullable String lateEntryReason) implements CaseForm {}

    /** A file from the desk. */
    ResponseEntity<Receipt> take(
            CaseId caseId,
            byte[] content,
            String fileName,
            @Nullable Instant occurredAt,
            @Nullable String lateEntryReason,
            Ask ask) {
        var type = type(content);
        // on disk before the fact: a fact never speaks of a file that is not there
        var sha256 = files.keep(caseId.value(), content);
        return counter.take(
                new AddAttachment(caseId, occurredAt, sha256, type, content.length, new Private(fileName), false),
                ask,
                new AttachmentForm(sha256, fileName, occurredAt, lateEntryReason));
    }

    /** A file that was brought back from a visit; however often, and under whatever name, it is one. */
    public void takeOnce(CaseId caseId, byte[] content, String fileName, Ask ask) {
        var type = type(content);
        var sha256 = files.keep(caseId.value(), content);
        counter.take(
                new AddAttachment(caseId, null, sha256, type, content.length, new Private(fileName), true),
                ask,
                new AttachmentForm(sha256, "", null, null),
                "file:" + caseId.value() + ":" + sha256);
    }

    private static String type(byte[] content) {
        return FileTypes.of(content)
                .orElseThrow(
                        () -> new Named(HttpStatus.UNSUPPORTED_MEDIA_TYPE, HttpStatus.UNSUPPORTED_MEDIA_TYPE.name()));
    }

    /** The last part of the name, as some browsers send whole paths. */
    public static String nameOf(@Nullable String given) {
        var name = given == null ? "" : given.replaceAll("^.*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return name.isBlank() ? "file" : name.substring(Math.max(0, name.length() - LONGEST_NAME));
    }
}
