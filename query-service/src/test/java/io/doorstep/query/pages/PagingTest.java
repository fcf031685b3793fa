package io.doorstep.query.pages;

import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.query.asof.Life;
import io.doorstep.testing.Databases;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 翻页。 Pages that hang together show one state of the world, whatever is written in between. */
class PagingTest {

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void no_line_is_lost_or_doubled_while_cases_change_between_the_pages(DataSource database) {
        try (var office = new Office(database)) {
            var lives = IntStream.range(0, 40).mapToObj(PagingTest::life).toList();
            lives.forEach(office::read);
            var random = new Random(7);
            var fresh = new int[] {100};

            for (var list : List.of("problems", "assignments", "closeouts")) {
                var own =
                        list.equals("closeouts") ? List.of("resolved", "-resolved", "closed") : List.of("due", "-due");
                var sorts = Stream.concat(Stream.of("reported", "-reported", "number", "-last", "last"), own.stream())
                        .toList();
                for (var sort : sorts) {
                    var address = "/api/lists/" + list + "?sort=" + sort;
                    var before = all(office, address, 200, page -> {});
                    var paged = all(office, address, 7, page -> {
                        var today = fresh[0]++;
                        var changed = lives.get(random.nextInt(lives.size()));
                        var added = new Life("c" + today);
                        office.at(day(today).plusSeconds(60))
                                .read(changed.on(today, changed.resolved(today, null)))
                                .read(added.on(today, added.reported(today))
                                        .recorded(today, added.assigned(today - 50, "u-town")));
                    });
                    assertThat(paged).as(address).isEqualTo(before).doesNotHaveDuplicates();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"due", "-due"})
    void lines_without_a_value_stand_last_either_way(String sort) {
        try (var office = new Office(Databases.h2())) {
            IntStream.range(0, 40).mapToObj(PagingTest::life).forEach(office::read);
            var address = "/api/lists/problems?sort=" + sort;

            var whole = office.json(address + "&size=200");
            var dues = new ArrayList<String>();
            whole.get("items").forEach(item -> dues.add(item.get("due").asString("")));

            var known = dues.stream().filter(due -> !due.isEmpty()).toList();
            assertThat(known).hasSizeLessThan(dues.size());
            assertThat(dues.subList(0, known.size())).isEqualTo(known);
            assertThat(known)
                    .isSortedAccordingTo(sort.startsWith("-") ? (a, b) -> b.compareTo(a) : (a, b) -> a.compareTo(b));
            assertThat(all(office, address, 3, page -> {})).isEqualTo(all(office, address, 200, page -> {}));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?kind=DISPUTE", "?sort=-due", "?at=2026-03-20T00:00:00Z", "?place=430525"})
    void a_cursor_goes_on_with_its_own_list_only(String other) {
        try (var office = new Office(Databases.h2())) {
            IntStream.range(0, 5).mapToObj(PagingTest::life).forEach(office::read);
            var next = office.json("/api/lists/problems?size=2").get("next").stringValue();

            var refused = office.ask("/api/lists/problems" + other + "&cursor=" + next);
            assertThat(refused.getStatus()).isEqualTo(400);
            assertThat(Office.problem(refused).at("/errors/0/code").stringValue())
                    .isEqualTo("CURSOR_OF_ANOTHER_LIST");
            assertThat(office.ask("/api/lists/assignments?cursor=" + next).getStatus())
                    .isEqualTo(400);
            assertThat(office.json("/api/lists/problems?size=200&cursor=" + next)
                            .get("items"))
                    .hasSize(2);
        }
    }

    private static List<String> all(Office office, String address, int size, IntConsumer between) {
        var lines = new ArrayList<String>();
        var totals = new HashSet<Long>();
        var sums = new HashSet<String>();
        var next = "";
        while (true) {
            var page = office.json(address + "&size=" + size + (next.isEmpty() ? "" : "&cursor=" + next));
            page.get("items")
                    .forEach(item -> lines.add(item.get("caseId").stringValue() + " "
                            + item.get("version").intValue() + " " + item.get("cycle")));
            totals.add(page.get("total").longValue());
            sums.add(String.valueOf(page.get("totals")));
            if (!page.has("next")) {
                assertThat(sums).hasSize(1);
                assertThat(totals).containsExactly((long) lines.size());
                return lines;
            }
            next = page.get("next").stringValue();
            between.accept(size);
        }
    }

    /** Every third is assigned, every fifth resolved, every seventh closed out twice. */
    private static Life life(int number) {
        var life = new Life("c%03d".formatted(number));
        var day = number % 9;
        life.on(day, life.reported(day));
        if (number % 3 == 0) {
            life.on(day + 1, life.assigned(day + 1, "u-town"));
        }
        if (number % 9 == 0) {
            life.on(day + 2, life.accepted(day + 2));
        }
        if (number % 5 == 0) {
            life.on(day + 3, life.resolved(day + 3, null));
        }
        if (number % 7 == 0) {
            life.on(day + 3, life.resolved(day + 3, null))
                    .on(day + 4, life.closedOut(day + 4))
                    .on(day + 5, life.reopened(day + 5, "REQUEST"))
                    .on(day + 6, life.resolved(day + 6, null))
                    .on(day + 7, life.closedOut(day + 7));
        }
        return life;
    }
}
