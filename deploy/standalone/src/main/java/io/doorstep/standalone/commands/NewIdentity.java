package io.doorstep.standalone.commands;

import io.doorstep.backup.Age;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** 造备份密钥。 The private half goes into a file that is not there yet, the public one onto the screen. */
final class NewIdentity {

    private NewIdentity() {}

    static int make(PrintStream out, Settings settings) throws IOException {
        var file = settings.file("out");
        var pair = Age.newPair();
        if (Files.exists(file)) {
            out.println("文件已存在，没有改动 / there is such a file already, it was left alone: " + file);
            return Commands.NOT_DONE;
        }
        ownerOnly(file);
        Files.writeString(
                file, "# recipient: %s%n%s%n".formatted(pair.recipient(), pair.identity()), StandardOpenOption.WRITE);
        out.println("doorstep.backup.recipients=" + pair.recipient());
        out.println("私钥已写入，请移到别处保管 / the private half was written; take it away from this machine: " + file);
        return Commands.WHOLE;
    }

    private static void ownerOnly(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }
}
