package io.doorstep.standalone.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 反向代理。 The proxy of {@code deploy/proxy} with its own configuration, before two services of each kind, on plain HTTP. */
final class Proxy extends Client implements AutoCloseable {

    private static final Path FOLDER = Path.of("..", "proxy").toAbsolutePath().normalize();

    private final Process process;

    private Proxy(Process process, int port) {
        super(port);
        this.process = process;
    }

    /** Whether its program is installed here; {@code .ci/run} sees to that. */
    static boolean isInstalled() {
        return Files.isExecutable(Path.of("/usr/sbin/haproxy"));
    }

    static Proxy before(List<Office> commands, List<Office> queries) {
        try {
            var port = Office.freePort();
            var settings = new HashMap<>(Map.of(
                    "DOORSTEP_BIND", "127.0.0.1:" + port,
                    "DOORSTEP_BIND_PLAIN", "127.0.0.1:" + Office.freePort(),
                    "DOORSTEP_ERRORS", FOLDER.resolve("errors").toString()));
            for (var n = 0; n < 2; n++) {
                settings.put("DOORSTEP_COMMAND_" + (n + 1), address(commands.get(n)));
                settings.put("DOORSTEP_QUERY_" + (n + 1), address(queries.get(n)));
            }
            var program = new ProcessBuilder(
                            "/usr/sbin/haproxy",
                            "-db",
                            "-f",
                            FOLDER.resolve("haproxy.cfg").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(Files.createTempFile("proxy-", ".log").toFile());
            program.environment().putAll(settings);
            var proxy = new Proxy(program.start(), port);
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() ->
                            proxy.get("officer", "/api/lists/problems?size=1").statusCode() == 200);
            return proxy;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String address(Office office) {
        return "127.0.0.1:" + office.address("/").getPort();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
