package io.doorstep.command.cases.attach;

import static io.doorstep.command.cases.decision.Refusal.CASE_IS_VOIDED;
import static io.doorstep.command.cases.decision.Refusal.ROLE_MAY_NOT;
import static io.doorstep.command.cases.decision.Refusal.TOO_MANY_ATTACHMENTS;
import static io.doorstep.command.testing.CaseStory.BUREAU;
import static io.doorstep.command.testing.CaseStory.ID;
import static io.doorstep.command.testing.CaseStory.PRIVACY;
import static io.doorstep.command.testing.CaseStory.UNIT_HANDLER;
import static io.doorstep.command.testing.CaseStory.given;
import static io.doorstep.events.cases.CaseStories.goneBy;
import static io.doorstep.events.cases.CaseStories.reported;
import static io.doorstep.events.cases.CaseStories.voided;
import static io.doorstep.events.cases.CaseStories.wholeLife;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.AttachmentAdded;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseStories;
import io.doorstep.vault.Private;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** 附件。 */
class AddAttachmentTest {

    private static AddAttachment photo() {
        return new AddAttachment(ID, null, CaseStories.PHOTO, "image/jpeg", 3, new Private("photo.jpg"), false);
    }

    @Test
    void a_file_belongs_to_the_case_whatever_the_stage() {
        given(wholeLife()).when(UNIT_HANDLER, photo()).leaves(AttachmentAdded.class);
        given(goneBy(voided())).when(BUREAU, photo()).isRefused(CASE_IS_VOIDED);
        given(goneBy(voided()))
                .when(BUREAU, new AddAttachment(ID, null, CaseStories.PHOTO, "image/jpeg", 3, new Private("a"), true))
                .leaves(AttachmentAdded.class);
        given(reported()).when(PRIVACY, photo()).isRefused(ROLE_MAY_NOT);
    }

    @Test
    void a_case_takes_five_hundred_files_and_again_what_it_has() {
        var many = new ArrayList<CaseEvent>(List.of(reported()));
        for (var n = 0; n < 500; n++) {
            many.add(new AttachmentAdded(
                    CaseStories.CASE,
                    CaseStories.on("2026-03-10"),
                    "%064x".formatted(n),
                    "image/jpeg",
                    3,
                    CaseStories.sealed("a")));
        }
        var full = many.toArray(CaseEvent[]::new);
        given(full).when(BUREAU, photo()).isRefused(TOO_MANY_ATTACHMENTS);
        given(full)
                .when(
                        BUREAU,
                        new AddAttachment(ID, null, "%064x".formatted(7), "image/jpeg", 3, new Private("a"), false))
                .leaves(AttachmentAdded.class);
    }

    @Test
    void an_archive_that_unpacks_to_far_too_much_is_not_taken() throws IOException {
        assertThat(FileTypes.of(archive(1)))
                .contains("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(FileTypes.of(archive(300))).isEmpty();
    }

    /** So many megabytes of nothing before the document, which pack to next to nothing. */
    private static byte[] archive(int megabytes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            for (var i = 0; i < megabytes; i++) {
                zip.write(new byte[1024 * 1024]);
            }
            zip.putNextEntry(new ZipEntry("word/document.xml"));
        }
        return bytes.toByteArray();
    }

    @Test
    void the_sort_of_file_is_told_by_its_content() {
        assertThat(FileTypes.of(HexFormat.of().parseHex("ffd8ffe000104a46"))).contains("image/jpeg");
        assertThat(FileTypes.of(HexFormat.of().parseHex("89504e470d0a1a0a00"))).contains("image/png");
        assertThat(FileTypes.of("%PDF-1.7".getBytes(StandardCharsets.UTF_8))).contains("application/pdf");
        assertThat(FileTypes.of("调解协议".getBytes(StandardCharsets.UTF_8))).contains("text/plain");
        assertThat(FileTypes.of("MZ\0\0program".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(FileTypes.of(HexFormat.of().parseHex("504b030400000000"))).isEmpty();
    }
}
