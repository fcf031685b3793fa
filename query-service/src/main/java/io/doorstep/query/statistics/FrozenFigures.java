package io.doorstep.query.statistics;

import io.doorstep.identity.Actor;
import io.doorstep.query.freeze.Freezable;
import io.doorstep.query.freeze.Frozen;
import io.doorstep.query.freeze.Frozen.Line;
import io.doorstep.query.freeze.Frozen.Words;
import io.doorstep.query.freeze.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** 定格统计。 The figures, to be kept and compared: a line for each figure of each row. */
@Component
final class FrozenFigures implements Freezable {

    static final String NAME = "figures";

    private static final List<String> HEADINGS =
            List.of("name", "figure", "numerator", "denominator", "rate", "excluded");

    private final Statistics statistics;
    private final StatisticsRequest requests;
    private final RowNames names;

    FrozenFigures(Statistics statistics, StatisticsRequest requests, RowNames names) {
        this.statistics = statistics;
        this.requests = requests;
        this.names = names;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String definitions(MultiValueMap<String, String> asked) {
        return requests.read(Actor.CLOCK, asked).window().definitions().version();
    }

    @Override
    public Frozen freeze(Actor viewer, MultiValueMap<String, String> asked) {
        var question = requests.read(viewer, asked);
        var answer = statistics.ask(question);
        var headings = HEADINGS.stream()
                .map(key -> words(in -> names.word("figures." + key, in)))
                .toList();
        var chinese = named(answer, question, Locale.SIMPLIFIED_CHINESE);
        var english = named(answer, question, Locale.ENGLISH);
        var lines = Stream.concat(Stream.of(answer.total()), answer.rows().stream())
                .flatMap(row -> question.window().definitions().figures().stream()
                        .map(figure -> line(
                                row,
                                figure,
                                new Words(
                                        chinese.getOrDefault(row.key(), row.key()),
                                        english.getOrDefault(row.key(), row.key())))))
                .toList();
        return new Frozen(headings, lines);
    }

    /** Counts what is told of the whole scope; of a figure that is hidden nothing is told. */
    @Override
    public Map<String, Side> sides(Actor viewer, MultiValueMap<String, String> asked) {
        var found = new LinkedHashMap<String, Side>();
        statistics.counted(requests.read(viewer, asked)).forEach((figure, counted) -> {
            var times = new HashMap<String, Integer>();
            for (var one : counted) {
                var of = one.of();
                var key = figure.key() + "/" + of.caseId();
                key += "/" + times.merge(key, 1, Integer::sum);
                found.put(
                        key,
                        new Side(
                                key,
                                figure.key(),
                                of.caseId(),
                                of.number(),
                                one.part().name(),
                                one.reason()));
            }
        });
        return found;
    }

    @Override
    public boolean canBeTakenBack() {
        return true;
    }

    private Line line(Row row, Figure figure, Words name) {
        var tally = row.tally(figure);
        var cells = new ArrayList<Words>();
        cells.add(name);
        cells.add(words(in -> names.figure(figure, in)));
        cells.add(same(tally.suppressed() ? tally.shown() : Long.toString(tally.numerator())));
        cells.add(same(tally.suppressed() ? tally.shown() : Long.toString(tally.denominator())));
        cells.add(same(tally.shown()));
        cells.add(words(in -> names.excluded(tally, in)));
        return new Line(row.key() + "/" + figure.key(), null, cells);
    }

    private Map<String, String> named(Statistics.Answer answer, Question question, Locale locale) {
        names.give(answer, question, locale);
        var named = new HashMap<String, String>();
        named.put(answer.total().key(), answer.total().name());
        answer.rows().forEach(row -> named.put(row.key(), row.name()));
        return named;
    }

    private static Words same(String text) {
        return new Words(text, text);
    }

    private static Words words(Function<Locale, String> word) {
        return new Words(word.apply(Locale.SIMPLIFIED_CHINESE), word.apply(Locale.ENGLISH));
    }
}
