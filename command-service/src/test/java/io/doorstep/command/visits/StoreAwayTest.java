package io.doorstep.command.visits;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.digest.Sha256;
import io.doorstep.events.cases.AttachmentAdded;
import io.doorstep.testing.Databases;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** 附件存储不可用。 What a telephone hears while the store of attachments is away, and what stays. */
class StoreAwayTest {

    private static final byte[] NOTE = "现场记录".getBytes(StandardCharsets.UTF_8);

    @Test
    void a_file_is_refused_by_name_nothing_is_on_record_and_its_pieces_wait() throws Exception {
        // nobody listens on port 1
        try (var office = new VisitingOffice(
                Databases.h2Url(),
                "doorstep.attachments.store=s3",
                "doorstep.attachments.s3.endpoint=http://127.0.0.1:1",
                "doorstep.attachments.s3.bucket=attachments",
                "doorstep.attachments.s3.access-key=office",
                "doorstep.attachments.s3.secret-key=none",
                "doorstep.attachments.s3.patience=5s")) {
            var phone = office.phone("cadre");
            var id = office.assignedCase();

            var refused = office.piece(phone, id, NOTE, 0, NOTE.length);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("ATTACHMENTS_UNAVAILABLE");
            assertThat(refused.body().path("title").asString()).contains("附件存储暂时不可用");
            assertThat(office.facts(id)).noneMatch(AttachmentAdded.class::isInstance);
            assertThat(office.side
                            .jdbc()
                            .sql("select received from upload where sha256 = ?")
                            .param(Sha256.hex(NOTE))
                            .query(Integer.class)
                            .single())
                    .isEqualTo(NOTE.length);
        }
    }
}
