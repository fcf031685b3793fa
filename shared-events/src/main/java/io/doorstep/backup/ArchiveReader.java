package io.doorstep.backup;

import io.doorstep.backup.Manifest.Sum;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** 读备份。 Reads an archive from its beginning to its end, once; whatever is amiss with it is told by its name. */
final class ArchiveReader implements AutoCloseable {

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(StreamReadFeature.AUTO_CLOSE_SOURCE).build();

    private final String name;
    private final ZipInputStream zip;
    private final Head head;

    /** What is done with the rows of a table; answers how many there were. */
    interface Rows {
        long of(Head.Contents table, JsonParser rows) throws SQLException;
    }

    ArchiveReader(Path file, Path identities, Part wanted) throws IOException {
        this.name = String.valueOf(file.getFileName());
        this.zip = new ZipInputStream(Age.decrypting(file, identities));
        try {
            this.head = head(wanted);
        } catch (IOException | RuntimeException failure) {
            zip.close();
            throw failure instanceof UnusableArchive known ? known : damaged("its beginning", failure);
        }
    }

    private Head head(Part wanted) throws IOException {
        next(Head.FILE);
        var said = JSON.readValue(zip, Head.class);
        if (said.format() != Head.FORMAT) {
            throw new UnusableArchive("%s has the format %d, this Doorstep reads %d: use the one that made it, %s"
                    .formatted(name, said.format(), Head.FORMAT, said.doorstep()));
        }
        if (said.part() != wanted) {
            throw new UnusableArchive("%s is an archive of %s, wanted was one of %s"
                    .formatted(name, said.part().word(), wanted.word()));
        }
        return said;
    }

    Head head() {
        return head;
    }

    /** @throws UnusableArchive when it is not exactly what was written */
    Manifest read(Rows rows) throws SQLException {
        var sums = new ArrayList<Sum>();
        var where = Head.FILE;
        try {
            for (var table : head.tables()) {
                where = table.table();
                next(ArchiveWriter.entryOf(table.table()));
                sums.add(sum(table, rows));
            }
            where = Manifest.FILE;
            next(Manifest.FILE);
            var manifest = JSON.readValue(zip, Manifest.class);
            if (!manifest.tables().equals(sums)) {
                throw damaged(firstDifference(manifest, sums), null);
            }
            // the end of the file is authenticated like all the rest, when it is read
            zip.closeEntry();
            while (zip.getNextEntry() != null) {
                zip.closeEntry();
            }
            return manifest;
        } catch (IOException | JacksonException failure) {
            throw damaged(where, failure);
        }
    }

    private Sum sum(Head.Contents table, Rows rows) throws IOException, SQLException {
        var digest = new DigestInputStream(
                new FilterInputStream(zip) {
                    @Override
                    public void close() {
                        // the archive goes on
                    }
                },
                ArchiveWriter.sha256());
        long count;
        try (var json = JSON.createParser((InputStream) digest)) {
            count = rows.of(table, json);
        }
        digest.transferTo(java.io.OutputStream.nullOutputStream());
        return new Sum(
                table.table(),
                count,
                HexFormat.of().formatHex(digest.getMessageDigest().digest()));
    }

    private static String firstDifference(Manifest manifest, java.util.List<Sum> sums) {
        return sums.stream()
                .filter(one -> !manifest.tables().contains(one))
                .map(Sum::table)
                .findFirst()
                .orElse(Manifest.FILE);
    }

    private void next(String wanted) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null || !entry.getName().equals(wanted)) {
            throw new IOException("not the entry that comes next");
        }
    }

    private UnusableArchive damaged(String where, @org.jspecify.annotations.Nullable Throwable cause) {
        var message = "%s is damaged (%s); nothing was restored from it, take another one".formatted(name, where);
        return cause == null ? new UnusableArchive(message) : new UnusableArchive(message, cause);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
