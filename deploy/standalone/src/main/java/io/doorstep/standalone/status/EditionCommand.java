package io.doorstep.standalone.status;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * 清单重建与换版。 {@code rebuild} has the lists built anew beside those that serve and prints how far it is, {@code switch} puts the other
 * edition to serve. Ends with 0 when it is done, 1 when the office refuses, 2 when it cannot be asked.
 */
public final class EditionCommand {

    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int NOT_ASKED = 2;

    private static final String USAGE = """
            用法 / usage: rebuild | switch  --url=https://doorstep.county.example --token-file=<文件 file> --reason=<事由 why>
            rebuild 可加 --then-switch：建齐就换上 / puts it to serve when it is complete
            令牌须属管理员账号，有写的权限；也可放在环境变量 DOORSTEP_TOKEN / the token is an administrator's, for writing; DOORSTEP_TOKEN works too
            """;
    private static final long EVERY_SECONDS = 2;

    private EditionCommand() {}

    public static boolean isOne(String word) {
        return word.equals("rebuild") || word.equals("switch");
    }

    /** Does what the first word says; answers the exit code. */
    public static int run(PrintStream out, Map<String, String> environment, String... arguments) {
        var settings = RunningOffice.settings(arguments);
        try {
            var office = RunningOffice.of(settings, environment);
            var reason = settings.getOrDefault("reason", "");
            if (office == null || reason.isBlank()) {
                out.print(USAGE);
                return NOT_ASKED;
            }
            if (arguments[0].equals("switch")) {
                print(out, office.post("/api/editions/switch", Map.of("reason", reason)));
                return DONE;
            }
            var thenServe = settings.containsKey("then-switch");
            var beside = beside(office.post("/api/editions/rebuild", Map.of("reason", reason, "thenServe", thenServe)));
            return follow(out, office, beside, thenServe);
        } catch (IOException | IllegalArgumentException failure) {
            out.println("没有做成 / not done: " + failure.getMessage());
            return String.valueOf(failure.getMessage()).startsWith("HTTP 4") ? REFUSED : NOT_ASKED;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return NOT_ASKED;
        }
    }

    private static int follow(PrintStream out, RunningOffice office, String edition, boolean thenServe)
            throws IOException, InterruptedException {
        while (true) {
            var all = office.get("/api/editions");
            for (var one : all.path("editions")) {
                if (one.path("edition").asString().equals(edition)) {
                    out.println(line(one));
                    var complete = one.path("state").asString().equals("COMPLETE");
                    var waits = thenServe
                            && one.path("unread").asLong() == 0
                            && !one.path("serves").asBoolean();
                    if (complete && !waits) {
                        return DONE;
                    }
                }
            }
            TimeUnit.SECONDS.sleep(EVERY_SECONDS);
        }
    }

    private static String beside(JsonNode all) throws IOException {
        for (var one : all.path("editions")) {
            if (!one.path("serves").asBoolean()) {
                return one.path("edition").asString();
            }
        }
        throw new IOException("no edition stands beside");
    }

    private static void print(PrintStream out, JsonNode all) {
        all.path("editions").forEach(one -> out.println(line(one)));
    }

    /** One edition as a line: whether it serves, its state, how much is read and how many seconds it takes. */
    static String line(JsonNode one) {
        var left = one.path("secondsLeft");
        return "%s %s  %s  %d%%%s%s"
                .formatted(
                        one.path("serves").asBoolean() ? "*" : " ",
                        one.path("edition").asString(),
                        one.path("state").asString(),
                        one.path("percent").asInt(),
                        left.isNumber() ? "  ~%d s".formatted(left.asLong()) : "",
                        one.path("unread").asLong() > 0
                                ? "  !" + one.path("unread").asLong()
                                : "");
    }
}
