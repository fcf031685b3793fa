package io.doorstep.standalone.commands;

import io.doorstep.backup.Age;
import io.doorstep.backup.Backup;
import io.doorstep.backup.Backup.Places;
import io.doorstep.backup.Restore;
import io.doorstep.backup.Restore.Archives;
import io.doorstep.store.AppendOrder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** 搬库。 A backup under keys made for the moment, restored into PostgreSQL; what lies in the data folder stays as it is. */
final class MoveCommand {

    private MoveCommand() {}

    static int move(PrintStream out, Settings settings) throws SQLException, IOException {
        var clock = Clock.systemUTC();
        var to = settings.get("to");
        var user = settings.get("to-username");
        var file = settings.data().resolve("doorstep.mv.db");
        if (!Files.exists(file)) {
            out.println("没有内嵌库 / there is no embedded database: "
                    + file.toAbsolutePath().normalize());
            return Commands.NOT_DONE;
        }
        var scratch = Files.createTempDirectory("doorstep-move");
        try (var from = settings.database();
                var target = Settings.database(
                        to, user, settings.find("doorstep.to.password").orElse(""))) {
            var pair = Age.newPair();
            var recipients = List.of(pair.recipient());
            var taken = new Backup(from, settings.version(), AppendOrder.LOCK)
                    .take(
                            new Places(scratch, scratch.resolve("keys"), recipients, recipients),
                            clock.instant(),
                            rows -> {});
            var identity = Files.writeString(scratch.resolve("identity"), pair.identity());
            var archives = new Archives(taken.facts(), Optional.of(taken.keys()), identity, settings.register());
            var code = Proof.tell(out, new Restore(target, clock, table -> out.println("… " + table)).from(archives));
            tellWhatStays(out, settings, file);
            return code;
        } finally {
            Scratch.remove(scratch);
        }
    }

    private static void tellWhatStays(PrintStream out, Settings settings, Path file) {
        out.printf(
                """

                原样留着 / left as they are:
                  %s  旧库，确认无误后收好或销毁 / the old database; put it away or destroy it once all is well
                  %s  主密钥与登记，仍在用 / master key and register, still in use
                  %s  附件，仍在用 / attachments, still in use
                从此这样启动 / from now on start with:
                  --doorstep.data=%s --spring.datasource.url=%s --spring.datasource.username=%s
                """,
                shown(file),
                shown(settings.data()),
                settings.find("doorstep.attachments.folder")
                        .orElseGet(() -> shown(settings.data().resolve("attachments"))),
                settings.data(),
                settings.get("to").replaceFirst("\\?.*", ""),
                settings.get("to-username"));
    }

    private static String shown(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }
}
