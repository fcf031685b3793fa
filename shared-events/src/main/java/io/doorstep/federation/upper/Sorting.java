package io.doorstep.federation.upper;

import io.doorstep.events.cases.CaseCorrected;
import io.doorstep.events.cases.CaseReported;
import io.doorstep.federation.Distrust;
import io.doorstep.federation.Distrust.Kind;
import io.doorstep.federation.Line;
import io.doorstep.federation.Line.Fact;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * 分拣。 Which facts of proven lines become copies: those of cases that lie in the county and whose facts are here from the first on. What
 * belongs to another county stops everything; what has a beginning that was kept back is kept back with it.
 */
final class Sorting {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Source source;

    /** A case as it lies here: the county that it came from, and the number of its next fact. */
    private record Here(@Nullable String source, long next) {}

    Sorting(JdbcClient jdbc, Source source) {
        this.jdbc = jdbc;
        this.source = source;
    }

    /** By position, in order. */
    Map<Long, Fact> copies(List<Line> lines) {
        var facts = lines.stream().map(Line::fact).filter(Objects::nonNull).toList();
        var here =
                new HashMap<>(here(facts.stream().map(Fact::subject).distinct().toList()));
        var copies = new LinkedHashMap<Long, Fact>();
        for (var line : lines) {
            var fact = line.fact();
            if (fact != null && follows(fact, line.position(), here)) {
                inPlace(fact, line.position());
                copies.put(line.position(), fact);
                here.put(fact.subject(), new Here(source.name(), fact.number() + 1));
            }
        }
        return copies;
    }

    private boolean follows(Fact fact, long position, Map<String, Here> here) {
        var known = here.getOrDefault(fact.subject(), new Here(source.name(), 0));
        if (!source.name().equals(known.source()) || fact.number() < known.next()) {
            throw new Distrust(Kind.TAKEN, position);
        }
        return fact.number() == known.next();
    }

    private void inPlace(Fact fact, long position) {
        try {
            if (fact.type().equals(CaseReported.class.getName())) {
                inPlace(JSON.readTree(fact.payload()).path("place").asString(""), position);
            } else if (fact.type().equals(CaseCorrected.class.getName())) {
                for (var change : JSON.readTree(fact.payload()).path("changes").values()) {
                    if (change.path("field").asString("").equals("place")) {
                        inPlace(change.path("to").asString(""), position);
                    }
                }
            }
        } catch (JacksonException malformed) {
            throw new Distrust(Kind.UNREADABLE, position);
        }
    }

    private void inPlace(String place, long position) {
        if (!place.startsWith(source.place())) {
            throw new Distrust(Kind.FOREIGN_PLACE, position);
        }
    }

    private Map<String, Here> here(List<String> cases) {
        Map<String, Here> here = new HashMap<>();
        if (!cases.isEmpty()) {
            jdbc.sql("""
                    select f.aggregate_identifier, max(f.aggregate_sequence_number), min(l.source)
                      from aggregate_event_entry f
                      left join federation_leaf l on l.identifier = f.identifier
                     where f.aggregate_identifier in (:cases)
                     group by f.aggregate_identifier
                    """).param("cases", cases).query(row -> {
                here.put(row.getString(1), new Here(row.getString(3), row.getLong(2) + 1));
            });
        }
        return here;
    }
}
