package io.doorstep.command.cases.attach;

import io.doorstep.digest.Sha256;
import io.doorstep.vault.Vault;
import io.doorstep.web.Named;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** 分段上传。 Files on their way from a telephone, piece by piece, in whatever order the line lets them through. */
@Component
class Uploads {

    /** A file of which nothing came for so long is forgotten; its telephone starts again. */
    private static final Duration FORGOTTEN = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;
    private final TransactionOperations transaction;

    Uploads(JdbcClient jdbc, Vault vault, Clock clock, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** 一份文件。 A file on its way; its size is what the telephone says. */
    record Upload(String caseId, String device, String sha256, int size) {}

    /**
     * Keeps what is new of a piece.
     *
     * @param from where in the file the piece begins; one beyond what is held leaves a hole and is not kept
     * @return how many bytes are held from the start; empty when another request just finished the file
     */
    Optional<Integer> take(Upload upload, int from, byte[] piece) {
        forgetOld();
        makeKey(upload.caseId());
        open(upload);
        return Objects.requireNonNullElse(
                transaction.execute(step -> held(upload).map(held -> append(upload, held, from, piece))),
                Optional.<Integer>empty());
    }

    private Optional<Integer> held(Upload upload) {
        return jdbc.sql("select received from upload where case_id = ? and device = ? and sha256 = ? for update")
                .params(upload.caseId(), upload.device(), upload.sha256())
                .query(Integer.class)
                .optional();
    }

    private int append(Upload upload, int held, int from, byte[] piece) {
        if (from > held || from + piece.length <= held) {
            return held;
        }
        var fresh = Arrays.copyOfRange(piece, held - from, piece.length);
        jdbc.sql("insert into upload_part (case_id, device, sha256, from_byte, content) values (?, ?, ?, ?, ?)")
                .params(
                        upload.caseId(),
                        upload.device(),
                        upload.sha256(),
                        held,
                        vault.sealBytes(upload.caseId(), fresh))
                .update();
        jdbc.sql("update upload set received = ?, changed_at = ? where case_id = ? and device = ? and sha256 = ?")
                .params(held + fresh.length, now(), upload.caseId(), upload.device(), upload.sha256())
                .update();
        return held + fresh.length;
    }

    /**
     * The whole file; empty when another request just finished it.
     *
     * <p>Refuses with HASH_DIFFERS, and forgets it, when it is another one than was announced.
     */
    Optional<byte[]> whole(Upload upload) {
        var whole = new ByteArrayOutputStream(upload.size());
        jdbc.sql("select content from upload_part where case_id = ? and device = ? and sha256 = ? order by from_byte")
                .params(upload.caseId(), upload.device(), upload.sha256())
                .query((row, n) -> row.getBytes(1))
                .list()
                .forEach(part ->
                        whole.writeBytes(vault.openBytes(upload.caseId(), part).orElse(new byte[0])));
        var content = whole.toByteArray();
        if (content.length < upload.size()) {
            return Optional.empty();
        }
        if (!Sha256.hex(content).equals(upload.sha256())) {
            forget(upload);
            throw new Named(HttpStatus.UNPROCESSABLE_CONTENT, "HASH_DIFFERS");
        }
        return Optional.of(content);
    }

    void forget(Upload upload) {
        jdbc.sql("delete from upload where case_id = ? and device = ? and sha256 = ?")
                .params(upload.caseId(), upload.device(), upload.sha256())
                .update();
    }

    private void open(Upload upload) {
        var announced = jdbc.sql("select size from upload where case_id = ? and device = ? and sha256 = ?")
                .params(upload.caseId(), upload.device(), upload.sha256())
                .query(Integer.class)
                .optional();
        if (announced.isPresent()) {
            if (announced.get() != upload.size()) {
                forget(upload);
                throw new Named(HttpStatus.UNPROCESSABLE_CONTENT, "HASH_DIFFERS");
            }
            return;
        }
        try {
            jdbc.sql(
                            "insert into upload (case_id, device, sha256, size, received, changed_at) values (?, ?, ?, ?, 0, ?)")
                    .params(upload.caseId(), upload.device(), upload.sha256(), upload.size(), now())
                    .update();
        } catch (DuplicateKeyException anotherRequestDid) {
            // which is as good
        }
    }

    /** Now, for within a transaction another node that makes it meanwhile would end ours. */
    private void makeKey(String caseId) {
        try {
            vault.sealBytes(caseId, new byte[0]);
        } catch (DuplicateKeyException keyMadeMeanwhile) {
            // which is as good
        }
    }

    private void forgetOld() {
        Instant limit = clock.instant().minus(FORGOTTEN);
        jdbc.sql("delete from upload where changed_at < ?")
                .param(limit.atOffset(ZoneOffset.UTC))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
