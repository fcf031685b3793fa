package io.doorstep.standalone.status;

import java.io.IOException;
import java.io.PrintStream;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import tools.jackson.databind.JsonNode;

/**
 * 查看运行状况。 {@code status --url=https://… --token-file=…} prints what the page of operations shows; it ends with 0 when all is well,
 * 1 when something is not, 2 when the office cannot be asked.
 */
public final class Status {

    static final int WELL = 0;
    static final int NOT_WELL = 1;
    static final int NOT_ASKED = 2;

    private static final String USAGE = """
            用法 / usage: status --url=https://doorstep.county.example --token-file=<文件 file>
            令牌须属管理员账号，只需读取权限；也可放在环境变量 DOORSTEP_TOKEN / the token is an administrator's, for reading; DOORSTEP_TOKEN works too
            """;
    private static final List<Locale> LANGUAGES = List.of(Locale.ROOT, Locale.ENGLISH);

    private Status() {}

    /** Asks and prints; answers the exit code. */
    public static int run(PrintStream out, Map<String, String> environment, String... arguments) {
        try {
            var office = RunningOffice.of(RunningOffice.settings(arguments), environment);
            if (office == null) {
                out.print(USAGE);
                return NOT_ASKED;
            }
            return tell(out, office.get("/api/operations"));
        } catch (IOException | IllegalArgumentException failure) {
            out.println("查不到 / cannot be asked: " + failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return NOT_ASKED;
    }

    private static int tell(PrintStream out, JsonNode now) {
        out.printf(
                "%s  %s  %s%n",
                now.path("version").asString(),
                now.path("node").asString(),
                now.path("at").asString());
        for (var node : now.path("nodes")) {
            out.printf(
                    "%s  %s  %s  %s%n",
                    node.path("alive").asBoolean() ? "+" : "!",
                    node.path("name").asString(),
                    node.path("version").asString(),
                    node.path("seenAt").asString());
        }
        for (var reader : now.path("readers")) {
            out.printf(
                    "%s: -%d, %.1f s%n",
                    reader.path("group").asString(),
                    reader.path("lagEvents").asLong(),
                    reader.path("lagSeconds").asDouble());
        }
        for (var edition : now.path("editions").path("editions")) {
            out.println(EditionCommand.line(edition));
        }
        for (var letter : now.path("deadLetters")) {
            out.printf(
                    "%s  %s%n",
                    letter.path("caseId").asString(), letter.path("cause").asString());
        }
        var store = now.path("store");
        out.printf(
                "%d 条事实 facts, %d / %d MB 磁盘余量 disk left%n",
                store.path("facts").asLong(),
                store.path("diskFree").asLong() >> 20,
                store.path("diskTotal").asLong() >> 20);
        var backup = now.path("backups").path("goodAt");
        out.printf("%s 最近备份 last backup%n", backup.isString() ? backup.asString() : "—");
        for (var one : now.path("advice")) {
            for (var language : LANGUAGES) {
                out.println(words(
                        language,
                        "operations.advice." + one.path("code").asString(),
                        one.path("number").asLong()));
            }
        }
        var well = now.path("advice").isEmpty();
        if (well) {
            LANGUAGES.forEach(language -> out.println(words(language, "operations.well", 0)));
        }
        return well ? WELL : NOT_WELL;
    }

    /** A newer office may know more to say than this program. */
    private static String words(Locale language, String key, long number) {
        var bundle = ResourceBundle.getBundle(
                "screens",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
        return bundle.containsKey(key)
                ? new MessageFormat(bundle.getString(key), Locale.ROOT).format(new Object[] {number})
                : key + " " + number;
    }
}
