package io.doorstep.standalone.commands;

import io.doorstep.backup.Restore;
import io.doorstep.backup.Restore.Archives;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;

/** 还原与演练。 Both load the archives; the drill does so into a database that is thrown away. */
final class RestoreCommand {

    private RestoreCommand() {}

    static int restore(PrintStream out, Settings settings) throws SQLException, IOException {
        var register = settings.register();
        var archives = new Archives(
                settings.file("facts"), Optional.of(settings.file("keys")), settings.file("identity"), register);
        try (var database = settings.database()) {
            var code = Proof.tell(
                    out, new Restore(database, Clock.systemUTC(), table -> out.println("… " + table)).from(archives));
            if (register.isEmpty()) {
                out.println("没有已销毁密钥登记（erased-keys.log）：启动前请把今天的登记放回，否则已清除的人会回来。"
                        + " / no register of erased keys was found: put today's in place before the office starts,"
                        + " or erased persons are back.");
            }
            out.println("启动前放好主密钥与附件 / before the start put in place: master key, attachments");
            return code;
        }
    }

    static int drill(PrintStream out, Settings settings) throws SQLException, IOException {
        var archives = new Archives(
                settings.file("facts"),
                settings.find("keys").map(Path::of),
                settings.file("identity"),
                Optional.empty());
        var scratch = Files.createTempDirectory("doorstep-drill");
        try (var database = Settings.database("jdbc:h2:file:" + scratch.resolve("drill"), "sa", "")) {
            return Proof.tell(
                    out, new Restore(database, Clock.systemUTC(), table -> out.println("… " + table)).from(archives));
        } finally {
            Scratch.remove(scratch);
        }
    }
}
