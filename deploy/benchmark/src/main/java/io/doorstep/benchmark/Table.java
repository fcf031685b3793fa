package io.doorstep.benchmark;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** 成绩表。 Medians of the rounds, the spread of the rates, and the ratios that were aimed at. */
final class Table {
    private static final List<Target> TARGETS = List.of(
            new Target(Contestants.FLOWABLE, 8, 12),
            new Target(Contestants.CAMUNDA, 8, 12),
            new Target(Contestants.ENVERS, 8, 1.5),
            new Target(Contestants.RAW, 8, 0.9),
            new Target(Contestants.RAW, 1, 0.5));

    private final String database;
    private final int clients;
    private final Map<Contestants, List<Measured>> rounds;

    Table(String database, int clients, Map<Contestants, List<Measured>> rounds) {
        this.database = database;
        this.clients = clients;
        this.rounds = new EnumMap<>(rounds);
    }

    /** Doorstep is to be so many times as fast with that many clients. */
    private record Target(Contestants beside, int clients, double times) {}

    void print(PrintStream out) {
        out.printf("%n%s, 并发 clients: %d%n%n", database, clients);
        out.println("| 参赛者 contestant | 件/秒 lives/s | 最低–最高 spread | 含清单 lists shown | p50 ms | p99 ms"
                + " | CPU ms/life | server CPU | heap MB |");
        out.println("|---|---|---|---|---|---|---|---|---|");
        rounds.forEach((which, all) -> out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f–%.1f | %.1f | %.2f | %.2f | %.1f | %.1f | %.0f |%n",
                which.title,
                median(which, Measured::lives),
                all.stream().mapToDouble(Measured::lives).min().orElse(0),
                all.stream().mapToDouble(Measured::lives).max().orElse(0),
                median(which, Measured::settled),
                median(which, Measured::p50),
                median(which, Measured::p99),
                median(which, Measured::cpu),
                median(which, Measured::server),
                median(which, Measured::heap)));
        out.println();
        if (!rounds.containsKey(Contestants.DOORSTEP)) {
            return;
        }
        out.println("| Doorstep 与之比 beside | 倍 times | 含清单 lists shown | 目标 target | |");
        out.println("|---|---|---|---|---|");
        rounds.keySet().stream().filter(which -> which != Contestants.DOORSTEP).forEach(which -> ratio(which, out));
    }

    private void ratio(Contestants beside, PrintStream out) {
        var times = median(Contestants.DOORSTEP, Measured::lives) / median(beside, Measured::lives);
        var shown = median(Contestants.DOORSTEP, Measured::settled) / median(beside, Measured::settled);
        var target = TARGETS.stream()
                .filter(one -> one.beside == beside && one.clients == clients)
                .findFirst();
        out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %s | %s |%n",
                beside.title,
                times,
                shown,
                target.map(one -> "≥ " + one.times).orElse("–"),
                target.map(one -> times >= one.times ? "达到 met" : "未达到 not met").orElse(""));
    }

    private double median(Contestants which, ToDoubleFunction<Measured> what) {
        var sorted = rounds.getOrDefault(which, List.of()).stream()
                .mapToDouble(what)
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
