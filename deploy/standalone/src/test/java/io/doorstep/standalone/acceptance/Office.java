package io.doorstep.standalone.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** 一个正在运行的办公室。 One process of the product, started as an operator starts it, and a client that talks to it. */
public final class Office extends Client implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(6);

    private final Process process;
    private final Path log;

    private Office(Process process, int port, Path log) {
        super(port);
        this.process = process;
        this.log = log;
    }

    /** Starts a process on a data folder, with the demonstration's accounts but without its year, and waits until it is up. */
    public static Office start(Path data, String... settings) {
        try {
            return launch(data, Map.of(), settings).up();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The same without waiting, under environment variables of its own. */
    static Office launch(Path data, Map<String, String> environment, String... settings) throws IOException {
        return launch(data, environment, freePort(), settings);
    }

    static Office launch(Path data, Map<String, String> environment, int port, String... settings) {
        return launch(
                List.of("-cp", System.getProperty("java.class.path"), "io.doorstep.standalone.Doorstep"),
                data,
                environment,
                port,
                settings);
    }

    /** A version as it was packaged, at a port. */
    static Office launch(Path jar, Path data, int port, String... settings) {
        return launch(List.of("-jar", jar.toAbsolutePath().toString()), data, Map.of(), port, settings);
    }

    private static Office launch(
            List<String> program, Path data, Map<String, String> environment, int port, String... settings) {
        try {
            var log = Files.createTempFile("doorstep-", ".log");
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx1g",
                    // it starts often and runs shortly
                    "-XX:TieredStopAtLevel=1"));
            command.addAll(program);
            command.addAll(List.of(
                    "--server.port=" + port,
                    "--spring.profiles.active=demo",
                    "--doorstep.demo.year=false",
                    "--doorstep.limits.share=0",
                    "--doorstep.data=" + data));
            command.addAll(List.of(settings));
            var process = new ProcessBuilder(command)
                    .directory(data.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            process.environment().putAll(environment);
            return new Office(process.start(), port, log);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    Office up() {
        await().atMost(START).pollInterval(Duration.ofMillis(200)).until(this::isUp);
        return this;
    }

    /** Stands still, as a machine under strain or a moved virtual one does, until it goes on. */
    void pause() {
        signal("-STOP");
    }

    void goOn() {
        signal("-CONT");
    }

    private void signal(String which) {
        try {
            new ProcessBuilder("kill", which, String.valueOf(process.pid()))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** kill -9. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** An orderly stop. */
    @Override
    public void close() {
        process.destroy();
        if (!process.onExit()
                .orTimeout(30, java.util.concurrent.TimeUnit.SECONDS)
                .handle((p, late) -> late == null)
                .join()) {
            kill();
        }
    }

    File log() {
        return log.toFile();
    }

    private boolean isUp() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the process ended, see " + log);
        }
        try {
            return get("officer", "/actuator/health/readiness").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
