package io.doorstep.standalone.status;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int OK = 200;
    private static final List<Locale> LANGUAGES = List.of(Locale.ROOT, Locale.ENGLISH);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Status() {}

    /** Asks and prints; answers the exit code. */
    public static int run(PrintStream out, Map<String, String> environment, String... arguments) {
        var settings = settings(arguments);
        var url = settings.get("url");
        if (url == null) {
            out.print(USAGE);
            return NOT_ASKED;
        }
        try {
            var file = settings.get("token-file");
            var token = file == null
                    ? environment.getOrDefault("DOORSTEP_TOKEN", "")
                    : Files.readString(Path.of(file)).strip();
            return tell(out, ask(url, token));
        } catch (IOException | IllegalArgumentException failure) {
            out.println("查不到 / cannot be asked: " + failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return NOT_ASKED;
    }

    private static JsonNode ask(String url, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url.replaceFirst("/+$", "") + "/api/operations"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .build();
        var answer = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .build()
                .send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() != OK) {
            throw new IOException("HTTP " + answer.statusCode());
        }
        return JSON.readTree(answer.body());
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

    private static Map<String, String> settings(String... arguments) {
        Map<String, String> settings = new TreeMap<>();
        for (var argument : arguments) {
            if (argument.startsWith("--") && argument.contains("=")) {
                settings.put(
                        argument.substring(2, argument.indexOf('=')), argument.substring(argument.indexOf('=') + 1));
            }
        }
        return settings;
    }
}
