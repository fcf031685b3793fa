package io.doorstep.benchmark;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 语句计数。 Which statements the database is sent for one life of a case, how often, and how long they take on H2. */
final class Statements {
    private static final int LIVES = 50;

    private Statements() {}

    public static void main(String[] arguments) throws Exception {
        var which = Contestants.valueOf(arguments.length == 0 ? "DOORSTEP" : arguments[0].toUpperCase(Locale.ROOT));
        var folder = Files.createTempDirectory("doorstep-statements");
        var database = Database.h2(folder.resolve("cases").toString());
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (var contestant = which.on(database, folder);
                var connections = database.open()) {
            live(contestant, 3 * LIVES);
            var jdbc = JdbcClient.create(connections);
            jdbc.sql("set query_statistics_max_entries 1000").update();
            jdbc.sql("set query_statistics true").update();
            live(contestant, LIVES);
            jdbc.sql("""
                            select sql_statement, execution_count n, cumulative_execution_time ms
                              from information_schema.query_statistics order by n desc
                            """)
                    .query((row, n) -> out.printf(
                            Locale.ROOT,
                            "%6.2f a life, %6.2f ms: %s%n",
                            row.getDouble(2) / LIVES,
                            row.getDouble(3) / LIVES,
                            row.getString(1).replaceAll("\\s+", " ").trim()))
                    .list();
        }
        System.exit(0);
    }

    private static void live(Contestant contestant, int lives) throws Exception {
        for (var n = 0; n < lives; n++) {
            var life = Life.random();
            for (var step : Step.values()) {
                contestant.take(step, life);
            }
        }
        contestant.settle();
    }
}
