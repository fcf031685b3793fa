package io.doorstep.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** 性能对照程序。 Lets all contestants run in turns, round after round, and prints what each came to as ratios to the others. */
final class Benchmark {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private static final int WARM_UP_CLIENTS = 8;

    private Benchmark() {}

    public static void main(String[] arguments) throws Exception {
        var plan = Plan.of(arguments);
        var folder = Files.createTempDirectory("doorstep-benchmark");
        try {
            OUT.println(Machine.described());
            for (var database : plan.databases()) {
                on(database, plan, Files.createDirectory(folder.resolve(database)));
            }
        } finally {
            delete(folder);
        }
    }

    private static void on(String database, Plan plan, Path folder) throws Exception {
        if (database.equals("h2")) {
            run(
                    database,
                    plan,
                    folder,
                    which -> Database.h2(folder.resolve(which.name()).toString()),
                    () -> Duration.ZERO);
        } else {
            try (var server = new Postgres(folder.resolve("server"))) {
                run(
                        database,
                        plan,
                        folder,
                        which -> server.database(which.name().toLowerCase(Locale.ROOT)),
                        server::cpu);
            }
        }
    }

    private static void run(String database, Plan plan, Path folder, Place place, Server server) throws Exception {
        var entrants = new EnumMap<Contestants, Entrant>(Contestants.class);
        try {
            for (var which : plan.who()) {
                var entrant =
                        Entrant.start(which, place.of(which), Files.createDirectory(folder.resolve(which + ".d")));
                entrants.put(which, entrant);
            }
            for (var entrant : entrants.values()) {
                entrant.ready();
            }
            for (var entrant : entrants.values()) {
                entrant.run(WARM_UP_CLIENTS, plan.warmUp());
            }
            for (var clients : plan.clients()) {
                new Table(database, clients, rounds(entrants, clients, plan, server)).print(OUT);
            }
        } finally {
            entrants.values().forEach(Entrant::close);
        }
    }

    private static Map<Contestants, List<Measured>> rounds(
            Map<Contestants, Entrant> entrants, int clients, Plan plan, Server server) throws IOException {
        var measured = new EnumMap<Contestants, List<Measured>>(Contestants.class);
        for (var round = 0; round < plan.rounds(); round++) {
            for (var one : entrants.entrySet()) {
                var before = server.cpu();
                var turn = one.getValue().run(clients, plan.seconds());
                measured.computeIfAbsent(one.getKey(), which -> new ArrayList<>())
                        .add(turn.with(server.cpu().minus(before)));
            }
        }
        return measured;
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(one -> {
                try {
                    Files.deleteIfExists(one);
                } catch (IOException left) {
                    throw new UncheckedIOException(left);
                }
            });
        }
    }

    /** How much processor time the database server has taken so far. */
    private interface Server {
        Duration cpu() throws IOException;
    }

    private interface Place {
        Database of(Contestants which) throws Exception;
    }
}
