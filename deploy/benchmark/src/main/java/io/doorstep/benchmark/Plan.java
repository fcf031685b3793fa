package io.doorstep.benchmark;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/**
 * 赛程。 What is measured, for how long, and how often.
 *
 * @param warmUp seconds that each contestant runs before anything counts
 * @param seconds of a turn
 * @param rounds in each of which every contestant has its turn
 */
record Plan(
        List<Contestants> who,
        List<String> databases,
        List<Integer> clients,
        double warmUp,
        double seconds,
        int rounds) {

    static Plan of(String... arguments) {
        var plan = arguments.length > 0 && arguments[0].equals("quick")
                ? new Plan(
                        List.of(Contestants.RAW, Contestants.DOORSTEP, Contestants.ENVERS, Contestants.FLOWABLE),
                        List.of("h2", "postgresql"),
                        List.of(8),
                        4,
                        2,
                        2)
                : new Plan(all(), List.of("h2", "postgresql"), List.of(1, 8, 32), 20, 5, 5);
        for (var argument : arguments) {
            plan = argument.contains("=") ? plan.with(argument.split("=", 2)[0], argument.split("=", 2)[1]) : plan;
        }
        return plan;
    }

    /** All but an earlier revision, which nobody has at hand. */
    private static List<Contestants> all() {
        var all = EnumSet.allOf(Contestants.class);
        all.remove(Contestants.DOORSTEP_BEFORE);
        return List.copyOf(all);
    }

    private Plan with(String name, String value) {
        var several = Arrays.asList(value.split(",", -1));
        return switch (name) {
            case "who" ->
                new Plan(
                        several.stream()
                                .map(one -> Contestants.valueOf(one.toUpperCase(Locale.ROOT)))
                                .toList(),
                        databases,
                        clients,
                        warmUp,
                        seconds,
                        rounds);
            case "databases" -> new Plan(who, several, clients, warmUp, seconds, rounds);
            case "clients" ->
                new Plan(who, databases, several.stream().map(Integer::valueOf).toList(), warmUp, seconds, rounds);
            case "warm-up" -> new Plan(who, databases, clients, Double.parseDouble(value), seconds, rounds);
            case "seconds" -> new Plan(who, databases, clients, warmUp, Double.parseDouble(value), rounds);
            case "rounds" -> new Plan(who, databases, clients, warmUp, seconds, Integer.parseInt(value));
            default ->
                throw new IllegalArgumentException("who, databases, clients, warm-up, seconds, rounds; not " + name);
        };
    }
}
