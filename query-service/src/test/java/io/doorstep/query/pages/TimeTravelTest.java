package io.doorstep.query.pages;

import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.identity.Actor;
import io.doorstep.query.asof.Life;
import io.doorstep.query.asof.RandomLife;
import io.doorstep.query.asof.RecordedFact;
import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * 查过去等于回到过去。 Random lives, and random pairs of a legal time t and a time of knowledge k: what an office that knows everything answers
 * for (t, k) is what an office answers at k that has been told only the facts recorded by then. Size by {@code -Dtravel.cases} and {@code
 * -Dtravel.moments}; {@code deploy/acceptance/time-travel.sh} runs 300 and 50.
 */
class TimeTravelTest {

    private static final int CASES = Integer.getInteger("travel.cases", 40);
    private static final int MOMENTS = Integer.getInteger("travel.moments", 6);
    private static final int DAYS = 70;
    private static final int HOURS_A_DAY = 24;
    private static final int AROUND = 150;
    private static final Actor SUPERVISOR = Actor.of("supervisor", "u-bureau", Role.SUPERVISOR);
    private static final String FIGURES = "/api/statistics/resolution?from=2026-03-01&to=2026-05-15&by=";
    private static final List<String> ASKED = List.of(
            "/api/lists/problems?size=200&",
            "/api/lists/assignments?size=200&",
            "/api/lists/closeouts?size=200&",
            FIGURES + "place&",
            FIGURES + "unit&",
            FIGURES + "month&",
            FIGURES + "kind&");

    /** A question for the state of the world at t, as it was known at k. */
    private record Asked(Instant at, Instant knownAt) {}

    static Stream<Arguments> databases() {
        return Stream.<Supplier<DataSource>>of(Databases::h2, Databases::postgres)
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_was_known_then_is_what_an_office_of_then_says(Supplier<DataSource> fresh) {
        var lives = LongStream.range(0, CASES)
                .mapToObj(seed -> RandomLife.of("case" + seed, 1000 + seed))
                .toList();
        var questions = questions();
        try (var all = new Office(fresh.get()).as(SUPERVISOR);
                var then = new Office(fresh.get()).as(SUPERVISOR)) {
            lives.forEach(all::read);
            all.at(day(DAYS + 1));
            var waiting = new ArrayList<>(
                    lives.stream().flatMap(life -> told(life).stream()).toList());
            waiting.sort(Comparator.comparing(Told::from));
            var cases = 0L;
            for (var asked : questions) {
                var due = waiting.stream()
                        .takeWhile(one -> !one.from().isAfter(asked.knownAt()))
                        .toList();
                then.reading().read(due.stream().map(Told::fact).toList());
                waiting.subList(0, due.size()).clear();
                then.at(asked.knownAt());
                for (var address : ASKED) {
                    var travelled = answer(all, address + "at=" + asked.at() + "&knownAt=" + asked.knownAt());
                    assertThat(firstDifference(travelled, answer(then, address + "at=" + asked.at())))
                            .as("%s at %s, known at %s", address, asked.at(), asked.knownAt())
                            .isEmpty();
                    cases += travelled.length();
                }
            }
            assertThat(cases).as("there was something to compare").isGreaterThan(1000L * MOMENTS);
        }
    }

    /** A fact, and from when on it counts as known: never before the one recorded before it in its case. */
    private record Told(RecordedFact fact, Instant from) {}

    private static List<Told> told(Life life) {
        var told = new ArrayList<Told>();
        var last = Instant.MIN;
        for (var fact : life.facts()) {
            last = fact.recordedAt().isBefore(last) ? last : fact.recordedAt();
            told.add(new Told(fact, last));
        }
        return told;
    }

    /** In the order of knowledge, because an office forgets nothing. */
    private static List<Asked> questions() {
        var random = new Random(42);
        return IntStream.range(0, MOMENTS)
                .mapToObj(i -> {
                    var known = 1 + random.nextInt(DAYS * HOURS_A_DAY);
                    var at = random.nextInt(3) == 0 ? known : 1 + random.nextInt(known);
                    return new Asked(day(0).plusSeconds(at * 3600L), day(0).plusSeconds(known * 3600L));
                })
                .sorted(Comparator.comparing(Asked::knownAt))
                .toList();
    }

    /** Without what says only which question it was, and the cursor, which pins it; with all pages. */
    private static String answer(Office office, String address) {
        var page = office.json(address);
        var whole = new StringBuilder(without(page.toString()));
        while (page.hasNonNull("next")) {
            page = office.json(address + "&cursor={next}", page.get("next").stringValue());
            whole.append(without(page.toString()));
        }
        return whole.toString();
    }

    /** Where two answers part, with some words around; they are long. */
    private static String firstDifference(String travelled, String then) {
        if (travelled.equals(then)) {
            return "";
        }
        var at = 0;
        while (at < Math.min(travelled.length(), then.length()) && travelled.charAt(at) == then.charAt(at)) {
            at++;
        }
        return "…" + around(travelled, at) + "… instead of …" + around(then, at) + "…";
    }

    private static String around(String answer, int at) {
        return answer.substring(Math.max(0, at - AROUND), Math.min(answer.length(), at + AROUND));
    }

    private static String without(String json) {
        return json.replaceAll("\"(next|knownAt|asOf|now)\":(\"[^\"]*\"|null)", "");
    }
}
