package io.doorstep.query.print;

import io.doorstep.query.access.Changes;
import io.doorstep.query.asof.RecordedFact;
import io.doorstep.query.layout.FactWords;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 整卷。 Everything on record about a case: what it came to, table by table, and every fact in the order of recording.
 *
 * @param unit the unit that answers for it, or did last
 * @param exit how it left without a close-out; null while it did not
 */
record WholeFile(
        @Nullable String statement,
        @Nullable String unit,
        @Nullable String officer,
        @Nullable String reportedBy,
        @Nullable String reportedByUnit,
        String accusedUnits,
        @Nullable String importId,
        @Nullable String exit,
        int urgings,
        String lastOn,
        List<Section> sections,
        List<Entry> entries) {

    /**
     * 一步经过。
     *
     * @param who name, roles and unit of whoever recorded it
     * @param late words that say so; null when it came in time
     */
    record Entry(
            long number,
            String what,
            String who,
            String occurred,
            String recorded,
            @Nullable String late,
            List<FactWords.Line> lines) {}

    static WholeFile of(Dossier dossier) {
        var say = dossier.say();
        var found = dossier.found();
        var answering = found.answering().orElse(null);
        var exit = found.exit();
        return new WholeFile(
                dossier.opening().text(found.matter().statement()),
                answering == null ? null : say.unit(answering.unit()),
                answering == null ? null : say.officer(answering.officer()),
                say.officer(found.reportedBy()),
                say.unit(found.reportedByUnit()),
                String.join(
                        say.word("say.comma"),
                        found.matter().accusedUnits().stream()
                                .map(dossier::unit)
                                .toList()),
                found.importId(),
                exit == null ? null : say.constant("CaseStatus", exit.which().name()) + " " + say.moment(exit.at()),
                found.urgings(),
                dossier.day(found.last().at()),
                new Sections(dossier).all(),
                entries(dossier));
    }

    private static List<Entry> entries(Dossier dossier) {
        var words = new FactWords(dossier.say());
        var changes = new Changes(dossier.opening());
        return dossier.facts().stream()
                .map(fact -> entry(dossier, fact, words.of(fact.fact(), changes.of(fact.fact()))))
                .toList();
    }

    private static Entry entry(Dossier dossier, RecordedFact fact, List<FactWords.Line> lines) {
        var say = dossier.say();
        var late = fact.late();
        return new Entry(
                fact.sequence() + 1,
                String.valueOf(say.fact(fact.type())),
                who(dossier, fact),
                String.valueOf(say.moment(fact.occurredAt())),
                String.valueOf(say.moment(fact.recordedAt())),
                late == null ? null : say.word("print.late." + late),
                lines);
    }

    private static String who(Dossier dossier, RecordedFact fact) {
        var say = dossier.say();
        var roles = fact.roles();
        var name = fact.actor() == null ? "" : say.officer(fact.actor());
        var held = roles == null || roles.isBlank()
                ? ""
                : say.word("print.roles", say.roles(Arrays.asList(roles.split(","))));
        return (name + held + " " + dossier.unit(fact.unit())).strip();
    }
}
