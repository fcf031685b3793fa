package io.doorstep.query.statistics;

import io.doorstep.identity.Actor;
import io.doorstep.identity.Reach;
import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.Cases;
import io.doorstep.query.asof.Days;
import io.doorstep.reference.Paths;
import io.doorstep.web.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** 统计。 Counts every figure over the cases that the viewer may see, as they were at a moment and were known at another. */
@Component
final class Statistics {

    private static final Comparator<Counted> IN_ORDER =
            Comparator.comparing((Counted counted) -> counted.of().number()).thenComparing(Counted::on);

    private final Cases cases;
    private final Paths paths;
    private final ZoneId zone;

    Statistics(Cases cases, Paths paths, ZoneId zone) {
        this.cases = cases;
        this.paths = paths;
        this.zone = zone;
    }

    /** The row of the whole scope, and one for each key of the dimension asked for, in the order of the keys. */
    record Answer(Row total, List<Row> rows) {}

    Answer ask(Question question) {
        return ask(List.of(question)).get(0);
    }

    /**
     * Several questions about the same cases at the same moment, which are read only once. Refuses who may have published
     * figures only.
     */
    List<Answer> ask(List<Question> questions) {
        refuseWhoOnlyPublishes(questions.get(0).viewer());
        var answers = count(questions);
        for (var n = 0; n < answers.size(); n++) {
            FewRatings.hide(answers.get(n), questions.get(n), hierarchy(questions.get(n)));
        }
        return answers;
    }

    /** For a table that keeps small counts back before anybody gets to see it. */
    Answer askToPublish(Question question) {
        return count(List.of(question)).get(0);
    }

    private List<Answer> count(List<Question> questions) {
        var first = questions.get(0);
        var hierarchy = hierarchy(first);
        var again = cases.cameAgain(first.viewer(), first.moment(), earliest(questions));
        var counts = questions.stream()
                .map(question -> new Count(question.knowing(again)))
                .toList();
        cases.eachCounted(
                first.viewer(),
                first.moment(),
                first.casesToRead(),
                questions.stream()
                        .map(question -> question.window().days())
                        .reduce(Days::and)
                        .orElseThrow(),
                state -> counts.forEach(count -> count(state, count, hierarchy)));
        return counts.stream().map(Count::answer).toList();
    }

    /** When the first window begins; null when one has no beginning. */
    private static @Nullable Instant earliest(List<Question> questions) {
        var starts = questions.stream()
                .flatMap(question -> Stream.ofNullable(question.window().from()))
                .toList();
        return starts.size() < questions.size() ? null : Collections.min(starts);
    }

    /** What one question has come to so far. */
    private record Count(Question question, Row total, Map<String, Row> rows) {

        Count(Question question) {
            this(question, new Row("total", question.window().definitions()), new TreeMap<>());
        }

        Answer answer() {
            return new Answer(total, List.copyOf(rows.values()));
        }
    }

    private void count(CaseAsOf state, Count count, Hierarchy hierarchy) {
        var question = count.question;
        for (var figure : question.window().definitions().figures()) {
            for (var counted : figure.of(state, question.window())) {
                spread(question, hierarchy, counted, count.total, count.rows, row -> row.add(figure, counted));
            }
        }
        reported(state, question.window())
                .forEach(counted ->
                        spread(question, hierarchy, counted, count.total, count.rows, row -> row.addTime(state)));
    }

    /**
     * What stands behind a number: everything counted by one figure, under one key, in the order of case numbers. Refuses
     * who may only count.
     */
    List<Counted> behind(Question asked, Figure figure, String key) {
        refuseFew(asked, figure, key);
        return behind(knowing(asked), figure::of, key);
    }

    /** The same question, knowing which cases came again. */
    Question knowing(Question asked) {
        return asked.knowing(
                cases.cameAgain(asked.viewer(), asked.moment(), asked.window().from()));
    }

    /** The same of whatever can be counted, of a question that knows which cases came again. */
    List<Counted> behind(Question question, Counting counting, String key) {
        return behind(question, List.of(counting), key).get(0);
    }

    /** Several ways of counting the same cases, each of which is read only once: what is recorded meanwhile changes no side. */
    List<List<Counted>> behind(Question question, List<Counting> countings, String key) {
        refuseWhoOnlyPublishes(question.viewer());
        var hierarchy = hierarchy(question);
        List<List<Counted>> found = new ArrayList<>();
        countings.forEach(counting -> found.add(new ArrayList<>()));
        cases.eachCounted(
                question.viewer(),
                question.moment(),
                question.casesToRead(),
                question.window().days(),
                state -> {
                    for (var n = 0; n < countings.size(); n++) {
                        countings.get(n).of(state, question.window()).stream()
                                .filter(counted -> question.holds(counted, hierarchy))
                                .filter(counted -> question.by() == null
                                        || question.by()
                                                .keys(counted, hierarchy, zone)
                                                .contains(key))
                                .forEach(found.get(n)::add);
                    }
                });
        found.forEach(all -> all.sort(IN_ORDER));
        return List.copyOf(found);
    }

    /** Everything that each figure counts in the scope, in the order of case numbers and dates; nothing of a figure that is hidden. */
    Map<Figure, List<Counted>> counted(Question asked) {
        var total = ask(asked).total();
        var question = asked.knowing(
                cases.cameAgain(asked.viewer(), asked.moment(), asked.window().from()));
        var hierarchy = hierarchy(question);
        var found = new EnumMap<Figure, List<Counted>>(Figure.class);
        question.window().definitions().figures().stream()
                .filter(figure -> !total.tally(figure).suppressed())
                .forEach(figure -> found.put(figure, new ArrayList<>()));
        cases.eachCounted(
                question.viewer(),
                question.moment(),
                question.casesToRead(),
                question.window().days(),
                state -> found.forEach((figure, counted) -> figure.of(state, question.window()).stream()
                        .filter(one -> question.holds(one, hierarchy))
                        .forEach(counted::add)));
        found.values().forEach(counted -> counted.sort(IN_ORDER));
        return found;
    }

    /** A number that is hidden is not told by its cases either. */
    void refuseFew(Question question, Figure figure, String key) {
        question.window().definitions().require(figure);
        if (question.window().rule(figure).minimum() > 0) {
            var answer = ask(question);
            var hidden = question.by() == null
                    ? answer.total().tally(figure).suppressed()
                    : answer.rows().stream()
                            .anyMatch(row ->
                                    row.key().equals(key) && row.tally(figure).suppressed());
            if (hidden) {
                throw new Named(
                        HttpStatus.FORBIDDEN,
                        FewRatings.why(question.window().rule(figure).minimum()));
            }
        }
    }

    static void refuseWhoOnlyPublishes(Actor viewer) {
        if (viewer.reach() == Reach.FIGURES) {
            throw Named.roleMayNot();
        }
    }

    private Hierarchy hierarchy(Question question) {
        return new Hierarchy(paths, question.moment().now().atZone(zone).toLocalDate());
    }

    private void spread(
            Question question,
            Hierarchy hierarchy,
            Counted counted,
            Row total,
            Map<String, Row> rows,
            Consumer<Row> add) {
        if (!question.holds(counted, hierarchy)) {
            return;
        }
        add.accept(total);
        var by = question.by();
        if (by != null) {
            by.keys(counted, hierarchy, zone).stream()
                    .filter(key -> question.shows(key, hierarchy))
                    .forEach(key -> add.accept(rows.computeIfAbsent(
                            key, one -> new Row(one, question.window().definitions()))));
        }
    }

    /** The time taken is told of the cohort of the headline figure. */
    private static List<Counted> reported(CaseAsOf state, Window window) {
        return Figure.RESOLUTION.of(state, window).stream()
                .filter(counted -> counted.part() != Part.EXCLUDED)
                .toList();
    }
}
