package io.doorstep.query.choose;

import io.doorstep.identity.Actor;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.CaseStates;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.choose.ChooseScreen.Option;
import io.doorstep.query.layout.Say;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 选案件。 Finds another case by words of its title or a part of its number, the latest first. */
@Component
class CaseOptions {

    private final JdbcClient jdbc;
    private final CaseStates states;
    private final Clock clock;

    CaseOptions(JdbcClient jdbc, CaseStates states, Clock clock) {
        this.jdbc = jdbc;
        this.states = states;
        this.clock = clock;
    }

    /** Those that the viewer may know of. */
    List<Option> like(String words, Actor viewer, int most, Say say) {
        var rows = states.seenBy(viewer, Moment.present(clock.instant()), CaseFilter.ofWords(words));
        return jdbc.sql("select s.case_id, s.number, s.title, s.place " + rows.sql()
                        + " order by s.reported_at desc, s.case_id fetch first :most rows only")
                .params(rows.parameters())
                .param("most", most)
                .query((row, n) -> option(
                        row.getString("case_id"),
                        row.getString("number"),
                        row.getString("title"),
                        say.place(row.getString("place"))))
                .list();
    }

    private static Option option(String caseId, String number, String title, @Nullable String place) {
        return new Option(caseId, number + " " + title, place);
    }
}
