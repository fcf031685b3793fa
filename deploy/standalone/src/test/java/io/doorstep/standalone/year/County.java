package io.doorstep.standalone.year;

import static org.awaitility.Awaitility.await;

import io.doorstep.command.dispatch.Commands;
import io.doorstep.command.dispatch.Sending;
import io.doorstep.command.duties.DeadlineRound;
import io.doorstep.command.reminders.Delivery;
import io.doorstep.command.reminders.ReminderRound;
import io.doorstep.duties.OpenDuties;
import io.doorstep.standalone.MovedClock;
import io.doorstep.standalone.Running;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 两个节点。 Two nodes on one PostgreSQL, which go down and come up, and of which both do every round. */
final class County implements AutoCloseable {

    private final MovedClock clock;
    private final List<Path> folders;
    private final String[] settings;
    private final List<Running> nodes = new ArrayList<>();
    private int starts;

    County(EmbeddedPostgres server, MovedClock clock, Path first, Path second, String... more) {
        this.clock = clock;
        this.folders = List.of(first, second);
        var all = new ArrayList<>(List.of(
                "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--spring.profiles.active=demo",
                "--doorstep.demo.year=false",
                // the test does the rounds
                "--doorstep.deadlines.first-after=P1D",
                "--doorstep.reminders.first-after=P1D",
                "--doorstep.reminders.send-first-after=P1D"));
        all.addAll(List.of(more));
        this.settings = all.toArray(String[]::new);
    }

    void start() throws IOException {
        for (var folder : folders) {
            var key = folders.get(0).resolve("master.key");
            if (!folder.equals(folders.get(0)) && !Files.exists(folder.resolve("master.key"))) {
                Files.copy(key, folder.resolve("master.key"));
            }
            nodes.add(node(folder));
        }
    }

    /** Ends one of them and starts it anew, while the other goes on. */
    void restart(int n) {
        nodes.get(n).close();
        nodes.set(n, node(folders.get(n)));
    }

    private Running node(Path folder) {
        starts++;
        var all = new ArrayList<>(List.of(settings));
        all.add("--doorstep.data=" + folder);
        return Running.by(clock, all.toArray(String[]::new));
    }

    /** Ends both; answers whether they ran. */
    boolean stop() {
        var ran = !nodes.isEmpty();
        nodes.forEach(Running::close);
        nodes.clear();
        return ran;
    }

    /** A round while the reading side still reads what happened long ago, and shows as open what was done since. */
    void roundWhileReading() {
        together(node -> node.bean(DeadlineRound.class).walk()
                + node.bean(ReminderRound.class).walk());
    }

    int starts() {
        return starts;
    }

    <T> T bean(Class<T> type) {
        return nodes.get(0).bean(type);
    }

    JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    /** Every other command goes to the other node. */
    void send(Life.Deed deed, int turn) {
        nodes.get(turn % nodes.size())
                .bean(Commands.class)
                .send(
                        deed.command(),
                        new Sending(deed.who(), List.of(UUID.randomUUID().toString()), "a deed", null, null, null));
    }

    /** Both nodes at once, until neither finds anything more to do. */
    void rounds() {
        until(node -> node.bean(DeadlineRound.class).walk());
        until(node -> node.bean(ReminderRound.class).walk());
    }

    int deliver() {
        return together(node -> node.bean(Delivery.class).send());
    }

    private void until(ToIntFunction<Running> round) {
        do {
            caughtUp();
        } while (together(round) > 0);
    }

    private int together(ToIntFunction<Running> round) {
        var both = nodes.stream()
                .map(node -> CompletableFuture.supplyAsync(() -> round.applyAsInt(node)))
                .toList();
        return both.stream().mapToInt(CompletableFuture::join).sum();
    }

    /** Until the reading side knows of every case as much as there is. */
    void caughtUp() {
        var jdbc = jdbc();
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> nodes.stream()
                                .allMatch(node -> node.bean(OpenDuties.class).isWhole())
                        && jdbc.sql("""
                        select count(*) from
                            (select aggregate_identifier as id, count(*) as facts from aggregate_event_entry
                              group by aggregate_identifier) f
                            left join case_state s on s.case_id = f.id
                              and s.recorded_to = timestamp with time zone '9999-12-31 00:00:00+00'
                              and s.occurred_to = timestamp with time zone '9999-12-31 00:00:00+00'
                         where s.version is null or s.version <> f.facts
                        """).query(Long.class).single() == 0);
    }

    @Override
    public void close() {
        stop();
    }
}
