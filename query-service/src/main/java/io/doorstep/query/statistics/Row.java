package io.doorstep.query.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.doorstep.query.asof.CaseAsOf;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 统计行。 All figures of one place, unit, month …, or of the whole scope. */
final class Row {

    private static final String REST = "rest";

    private final String key;
    private String name;
    private final Definitions definitions;
    private final Map<String, Tally> figures = new LinkedHashMap<>();
    private final TimeTaken time = new TimeTaken();

    Row(String key, Definitions definitions) {
        this.key = key;
        this.name = key;
        this.definitions = definitions;
        definitions.figures().forEach(figure -> figures.put(figure.key(), new Tally()));
    }

    /** The figures that the version counted by knows, in their order. */
    List<Figure> defined() {
        return definitions.figures();
    }

    void add(Figure figure, Counted counted) {
        tally(figure).add(counted);
    }

    void addTime(CaseAsOf state) {
        time.add(state, definitions.rule(Figure.RESOLUTION));
    }

    void named(String name) {
        this.name = name;
    }

    Tally tally(Figure figure) {
        return figures.getOrDefault(figure.key(), new Tally());
    }

    /** What of this row stands in none of the others, which are parts of it. */
    Row without(List<Row> parts) {
        var rest = new Row(REST, definitions);
        for (var figure : defined()) {
            rest.figures.put(
                    figure.key(),
                    tally(figure)
                            .without(parts.stream()
                                    .map(part -> part.tally(figure))
                                    .toList()));
        }
        return rest;
    }

    boolean isEmpty() {
        return figures.values().stream().allMatch(Tally::isEmpty);
    }

    @JsonProperty
    String key() {
        return key;
    }

    @JsonProperty
    String name() {
        return name;
    }

    @JsonProperty
    Map<String, Tally> figures() {
        return figures;
    }

    @JsonProperty
    TimeTaken time() {
        return time;
    }
}
