package io.doorstep.command.imports;

import io.doorstep.vault.Vault;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 上传文件的保管。 The mapping and the uploaded file of an import, sealed in the database until it ends, so that any node can
 * go on with it.
 */
@Component
class ImportFile {

    /** Below the limit that H2 sets to a binary value, with room for nonce and tag. */
    private static final int PART = 512 * 1024;

    private final JdbcClient jdbc;
    private final Vault vault;

    ImportFile(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void keep(String importId, byte[] mapping, byte[] file) {
        write(importId, 0, mapping);
        for (var start = 0; start < file.length; start += PART) {
            write(importId, 1 + start / PART, Arrays.copyOfRange(file, start, Math.min(file.length, start + PART)));
        }
    }

    private void write(String importId, int part, byte[] content) {
        jdbc.sql("insert into ledger_import_part (import_id, part, content) values (?, ?, ?)")
                .params(importId, part, vault.sealBytes(key(importId), content))
                .update();
    }

    byte[] mapping(String importId) {
        return read(importId, 0, 0);
    }

    byte[] file(String importId) {
        return read(importId, 1, Integer.MAX_VALUE);
    }

    private byte[] read(String importId, int from, int to) {
        var all = new ByteArrayOutputStream();
        jdbc.sql("select content from ledger_import_part where import_id = ? and part between ? and ? order by part")
                .params(importId, from, to)
                .query((row, n) -> row.getBytes(1))
                .list()
                .forEach(secret -> all.writeBytes(vault.openBytes(key(importId), secret)
                        .orElseThrow(() -> new IllegalStateException("the key of an unfinished import is gone"))));
        return all.toByteArray();
    }

    void destroy(String importId) {
        jdbc.sql("delete from ledger_import_part where import_id = ?")
                .param(importId)
                .update();
        vault.destroy(key(importId));
    }

    static String key(String importId) {
        return "import:" + importId;
    }
}
