package io.doorstep.standalone.acceptance;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 分开运行的两个服务。 Two command services and two query services, four processes on one PostgreSQL behind the proxy. While officers work on,
 * one of each is killed, the database is restarted, a node's clock is set an hour off, and the owner of segments stands still for a
 * minute: every acknowledged command is there once, every list is complete, and the lag is back under a second.
 */
class SeparateServicesTest {

    private static final Logger LOG = LoggerFactory.getLogger(SeparateServicesTest.class);
    private static final Path FAKED_CLOCK = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");
    private static final Duration STANDS_STILL = Duration.ofSeconds(Integer.getInteger("acceptance.pause", 60));

    @TempDir
    Path folder;

    private final List<Office> running = new ArrayList<>();

    @Test
    @TakesMinutes
    void whatever_falls_every_acknowledged_command_is_there_once_and_every_list_complete() throws Exception {
        assumeTrue(
                Proxy.isInstalled() && Files.exists(FAKED_CLOCK),
                "SKIPPED: haproxy and faketime are not installed; .ci/run installs them");
        var database = new Database(folder.resolve("pg"));
        try {
            var clock = folder.resolve("clock");
            Files.writeString(clock, "+0");
            var command1 = node("command", "command-1", database, Map.of());
            command1.up();
            var command2 = node("command", "command-2", database, faked(clock));
            var query1 = node("query", "query-1", database, Map.of());
            var query2 = node("query", "query-2", database, Map.of());
            running.forEach(Office::up);
            try (var proxy = Proxy.before(List.of(command1, command2), List.of(query1, query2))) {
                var work = new SteadyWork(proxy);
                var probe = new SteadyWork(proxy);
                var working = work.start(3);
                recovered("nothing", probe, proxy);

                command1.kill();
                recovered("a command service killed", probe, proxy);
                query1.kill();
                recovered("a query service killed", probe, proxy);
                var again1 = relaunch(command1, "command", "command-1", database);
                var again2 = relaunch(query1, "query", "query-1", database);
                again1.up();
                again2.up();
                recovered("both are back", probe, proxy);

                database.restart();
                recovered("the database restarted", probe, proxy);

                Files.writeString(clock, "+1h");
                recovered("the clock of a command service an hour ahead", probe, proxy);
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> command2.metric("doorstep_clock_ahead_seconds") > 3500);

                query2.pause();
                var paused = System.nanoTime();
                recovered("a query service stands still", probe, proxy);
                await().atMost(STANDS_STILL.multipliedBy(3))
                        .until(() -> System.nanoTime() - paused > STANDS_STILL.toNanos());
                query2.goOn();
                recovered("it goes on", probe, proxy);

                work.stop();
                working.join();
                work.everythingIsThere();
                probe.everythingIsThere();
                LOG.warn(
                        "{} commands acknowledged in {} cases, {} times sent once more",
                        work.commands() + probe.commands(),
                        work.acknowledged().size() + probe.acknowledged().size(),
                        work.again() + probe.again());
            }
        } finally {
            running.forEach(Office::close);
            database.stop();
        }
    }

    /** Says how long it takes until a whole case goes through again, is read again, and the lists are up to date. */
    private static void recovered(String after, SteadyWork probe, Client proxy) {
        var begun = System.nanoTime();
        var caseId = UUID.randomUUID().toString();
        probe.handle(caseId);
        var commands = System.nanoTime();
        probe.read("supervisor", "/api/cases/" + caseId + "?version=5");
        var reading = System.nanoTime();
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> proxy.metric("doorstep_projection_lag_seconds") < 1);
        LOG.warn(
                "{}: five commands went through after {} ms, were read after {} ms, lag under a second after {} ms",
                after,
                millis(begun, commands),
                millis(begun, reading),
                millis(begun, System.nanoTime()));
    }

    private Office node(String service, String name, Database database, Map<String, String> environment)
            throws IOException {
        var data = Files.createDirectories(folder.resolve(name));
        var first = folder.resolve("command-1").resolve("master.key");
        if (Files.exists(first) && !Files.exists(data.resolve("master.key"))) {
            Files.copy(first, data.resolve("master.key"));
        }
        var office = Office.launch(data, environment, settings(service, name, database));
        running.add(office);
        return office;
    }

    /** At the same port, as whoever watches over processes starts one again. */
    private Office relaunch(Office gone, String service, String name, Database database) {
        var settings = new ArrayList<>(List.of(settings(service, name, database)));
        var office = Office.launch(
                folder.resolve(name), Map.of(), gone.address("/").getPort(), settings.toArray(String[]::new));
        running.add(office);
        return office;
    }

    private String[] settings(String service, String name, Database database) {
        var settings = new ArrayList<>(List.of(database.settings()));
        settings.addAll(List.of(
                "--doorstep.services=" + service,
                "--doorstep.node=" + name,
                "--doorstep.attachments.folder=" + folder.resolve("attachments"),
                "--doorstep.store.append-order=horizon"));
        return settings.toArray(String[]::new);
    }

    private static Map<String, String> faked(Path clock) {
        var faked = new HashMap<String, String>();
        faked.put("LD_PRELOAD", FAKED_CLOCK.toString());
        faked.put("FAKETIME_TIMESTAMP_FILE", clock.toString());
        faked.put("FAKETIME_CACHE_DURATION", "1");
        faked.put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        // or else every wait with an end is over at once
        faked.put("FAKETIME_FORCE_MONOTONIC_FIX", "0");
        return faked;
    }

    private static long millis(long from, long to) {
        return Duration.ofNanos(to - from).toMillis();
    }
}
