package io.doorstep.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 逐个节点升级。 Two nodes of the version before on one PostgreSQL behind the proxy; while officers work they are replaced by the present
 * version one after the other. In between the two versions work side by side, and the old one is killed and comes back on tables that the
 * new one brought up to date. Started by {@code rolling.sh}, which makes the old version.
 */
class RollingUpgradeTest {

    private static final Logger LOG = LoggerFactory.getLogger(RollingUpgradeTest.class);
    private static final String BEFORE = System.getProperty("acceptance.before", "");

    /** As long as a restart lasts here, on a machine that does other work besides. */
    private static final Duration A_RESTART = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private final List<Office> running = new ArrayList<>();

    @Test
    void officers_work_on_while_one_node_after_the_other_is_upgraded() throws Exception {
        assumeTrue(!BEFORE.isEmpty(), "SKIPPED: acceptance.before names no packaged version; rolling.sh makes one");
        assumeTrue(Proxy.isInstalled(), "SKIPPED: haproxy is not installed; .ci/run installs it");
        var database = new Database(folder.resolve("pg"));
        try {
            var first = old("node-1", database, Office.freePort()).up();
            var second = old("node-2", database, Office.freePort()).up();
            var nodes = List.of(first, second);
            try (var proxy = Proxy.before(nodes, nodes)) {
                var probe = new SteadyWork(proxy);
                var work = new SteadyWork(proxy);
                var working = work.start(2);
                goesOn("two nodes of the version before", probe, proxy, first);

                first.close();
                var firstNow = present("node-1", database, port(first)).up();
                goesOn("one of each version", probe, proxy, firstNow, second);

                second.kill();
                second = old("node-2", database, port(second)).up();
                goesOn("the old one killed, and back on the tables of the new one", probe, proxy, firstNow, second);

                second.close();
                var secondNow = present("node-2", database, port(second)).up();
                goesOn("two nodes of the present version", probe, proxy, firstNow, secondNow);

                work.stop();
                working.join();
                work.everythingIsThere();
                probe.everythingIsThere();
                LOG.warn(
                        "{} commands in {} cases, {} times sent once more, the longest took {} ms",
                        work.commands() + probe.commands(),
                        work.acknowledged().size() + probe.acknowledged().size(),
                        work.again() + probe.again(),
                        work.longest().toMillis());
                assertThat(work.longest()).isLessThan(A_RESTART);
                assertThat(probe.longest()).isLessThan(A_RESTART);
            }
        } finally {
            running.forEach(Office::close);
            database.stop();
        }
    }

    /** A case through the proxy, and one each sent to a node by itself and read at every one. */
    private void goesOn(String state, SteadyWork probe, Client proxy, Office... nodes) throws IOException {
        var begun = System.nanoTime();
        handled(probe, nodes);
        for (var node : nodes) {
            handled(new SteadyWork(node), nodes);
        }
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> proxy.metric("doorstep_projection_lag_seconds") < 1);
        for (var node : nodes) {
            assertThat(node.metric("doorstep_deadletters")).isCloseTo(0, within(0.1));
        }
        LOG.warn(
                "{}: all went through after {} ms",
                state,
                Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }

    private static void handled(SteadyWork work, Office... nodes) {
        var caseId = UUID.randomUUID().toString();
        work.handle(caseId);
        work.read("supervisor", "/api/cases/" + caseId + "?version=5");
        for (var node : nodes) {
            assertThat(node.json("supervisor", "/api/cases/" + caseId + "/history?version=5")
                            .get("items")
                            .size())
                    .isEqualTo(5);
        }
    }

    private Office old(String name, Database database, int port) throws Exception {
        return kept(Office.launch(Path.of(BEFORE), data(name), port, settings(name, database)));
    }

    private Office present(String name, Database database, int port) throws Exception {
        return kept(Office.launch(data(name), Map.of(), port, settings(name, database)));
    }

    private Office kept(Office office) {
        running.add(office);
        return office;
    }

    private Path data(String name) throws Exception {
        var data = Files.createDirectories(folder.resolve(name));
        var first = folder.resolve("node-1").resolve("master.key");
        if (Files.exists(first) && !Files.exists(data.resolve("master.key"))) {
            Files.copy(first, data.resolve("master.key"));
        }
        return data;
    }

    private String[] settings(String name, Database database) {
        var settings = new ArrayList<>(List.of(database.settings()));
        settings.addAll(List.of(
                "--doorstep.node=" + name,
                "--doorstep.attachments.folder=" + folder.resolve("attachments"),
                "--doorstep.store.append-order=horizon"));
        return settings.toArray(String[]::new);
    }

    private static int port(Office office) {
        return office.address("/").getPort();
    }
}
