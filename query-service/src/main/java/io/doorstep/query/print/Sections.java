package io.doorstep.query.print;

import static io.doorstep.query.print.Section.row;

import io.doorstep.query.asof.Clocks;
import io.doorstep.query.asof.Cycle;
import io.doorstep.query.asof.Resolution;
import io.doorstep.query.layout.Say;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Spreads a case over the tables of its whole file. */
final class Sections {

    private final Dossier dossier;
    private final Say say;

    Sections(Dossier dossier) {
        this.dossier = dossier;
        this.say = dossier.say();
    }

    List<Section> all() {
        return List.of(
                petitioners(),
                clocks(),
                assignments(),
                visits(),
                resolutions(),
                revisits(),
                closeOuts(),
                supervisions(),
                reviews(),
                ratings(),
                links());
    }

    private Section petitioners() {
        return section(
                "petitioners",
                List.of("said.name", "said.phone", "said.idNumber", "said.address"),
                dossier.found().matter().petitioners().stream()
                        .map(dossier.opening()::petitioner)
                        .map(one -> row(one.name(), one.phone(), one.idNumber(), one.address()))
                        .toList());
    }

    private Section clocks() {
        return section(
                "clocks",
                List.of(
                        "said.clock",
                        "print.follows",
                        "said.startedAt",
                        "column.due",
                        "print.stopped",
                        "column.overdue",
                        "print.source"),
                Clocks.of(dossier.found(), dossier.moment().now(), dossier.deadlines()).stream()
                        .map(clock -> row(
                                say.clock(clock.clock()),
                                say.fact(clock.follows()),
                                say.moment(clock.start()),
                                say.day(clock.due()),
                                say.moment(clock.stoppedAt()),
                                yesOrNo(clock.late()),
                                "policy".equals(clock.source()) ? say.word("print.policy") : clock.source()))
                        .toList());
    }

    private Section assignments() {
        return section(
                "assignments",
                List.of(
                        "said.unit",
                        "said.officer",
                        "said.leadOfficer",
                        "column.assignedAt",
                        "column.signedAt",
                        "said.reportBackBy",
                        "print.ended"),
                dossier.found().assignments().stream()
                        .map(one -> row(
                                say.unit(one.unit()),
                                say.officer(one.officer()),
                                say.officer(one.leadOfficer()),
                                say.moment(one.assignedAt()),
                                say.moment(one.signedAt()),
                                say.day(one.reportBackBy()),
                                one.ended() == null
                                        ? null
                                        : say.word("print.ended." + one.ended().name()) + " "
                                                + say.moment(one.endedAt())))
                        .toList());
    }

    private Section visits() {
        return section(
                "visits",
                List.of(
                        "print.when",
                        "said.type",
                        "said.officers",
                        "said.place",
                        "said.outcome",
                        "said.commitmentBy",
                        "said.stance"),
                dossier.found().visits().stream()
                        .map(visit -> row(
                                say.moment(visit.at()),
                                say.constant("VisitType", visit.type()),
                                say.officers(visit.officers()),
                                say.fullPlace(visit.place()),
                                say.constant("VisitOutcome", visit.outcome()),
                                say.day(visit.commitmentBy()),
                                say.constant("Stance", visit.stance())))
                        .toList());
    }

    private Section resolutions() {
        var rows = new ArrayList<List<@Nullable String>>();
        for (var cycle : dossier.found().cycles()) {
            var how = cycle.resolution();
            if (how != null) {
                rows.add(resolution(cycle, how));
            }
        }
        return section(
                "resolutions",
                List.of(
                        "column.cycle",
                        "column.resolvedAt",
                        "said.outcome",
                        "said.result",
                        "said.stance",
                        "said.summary",
                        "said.unit",
                        "column.resolver"),
                rows);
    }

    private List<@Nullable String> resolution(Cycle cycle, Resolution how) {
        return row(
                say.number(cycle.number()),
                say.moment(how.at()),
                say.constant("ResolutionOutcome", how.outcome()),
                say.constant("ResolutionResult", how.result()),
                say.constant("Stance", how.stance()),
                dossier.opening().text(how.summary()),
                say.unit(how.unit()),
                say.officer(how.resolver()));
    }

    private Section revisits() {
        return section(
                "revisits",
                List.of(
                        "column.cycle",
                        "print.when",
                        "said.verdict",
                        "said.stance",
                        "said.officers",
                        "said.satisfaction"),
                dossier.found().cycles().stream()
                        .flatMap(cycle -> cycle.revisits().stream()
                                .map(one -> row(
                                        say.number(cycle.number()),
                                        say.moment(one.at()),
                                        say.constant("RevisitVerdict", one.verdict()),
                                        say.constant("Stance", one.stance()),
                                        say.officers(one.officers()),
                                        say.constant("Satisfaction", one.satisfaction()))))
                        .toList());
    }

    private Section closeOuts() {
        return section(
                "closeOuts",
                List.of("column.cycle", "column.closedOutAt", "column.closedOutBy", "column.reopenedAt", "said.cause"),
                dossier.found().cycles().stream()
                        .filter(cycle -> cycle.closedOutAt() != null || cycle.reopenedAt() != null)
                        .map(cycle -> row(
                                say.number(cycle.number()),
                                say.moment(cycle.closedOutAt()),
                                say.officer(cycle.closedOutBy()),
                                say.moment(cycle.reopenedAt()),
                                say.constant("ReopenCause", cycle.reopenCause())))
                        .toList());
    }

    private Section supervisions() {
        return section(
                "supervisions",
                List.of("said.level", "print.when", "said.answerBy", "column.answeredAt"),
                dossier.found().supervisions().stream()
                        .map(one -> row(
                                say.constant("SupervisionLevel", one.level()),
                                say.moment(one.orderedAt()),
                                say.day(one.answerBy()),
                                say.moment(one.answeredAt())))
                        .toList());
    }

    private Section reviews() {
        return section(
                "reviews",
                List.of("said.stage", "print.requested", "said.decisionDue", "print.decided", "said.decision"),
                dossier.found().reviews().stream()
                        .map(one -> row(
                                say.constant("ReviewStage", one.stage()),
                                say.moment(one.requestedAt()),
                                say.day(one.decisionDue()),
                                say.moment(one.decidedAt()),
                                say.constant("ReviewDecision", one.decision())))
                        .toList());
    }

    private Section ratings() {
        return section(
                "ratings",
                List.of("print.when", "said.target", "said.rating"),
                dossier.found().ratings().stream()
                        .map(one -> row(
                                say.moment(one.at()),
                                say.constant("RatingTarget", one.target()),
                                say.constant("Satisfaction", one.rating())
                                        + (one.replaced() ? " (" + say.word("rate.replaced") + ")" : "")))
                        .toList());
    }

    private Section links() {
        return section(
                "links",
                List.of("print.when", "said.link", "said.otherCaseId"),
                dossier.found().links().stream()
                        .map(one -> row(say.moment(one.at()), say.constant("LinkKind", one.link()), one.otherCaseId()))
                        .toList());
    }

    private @Nullable String yesOrNo(@Nullable Boolean yes) {
        return yes == null ? null : say.word(yes ? "word.yes" : "word.no");
    }

    private Section section(String name, List<String> keys, List<List<@Nullable String>> rows) {
        return Section.of(say, name, keys, rows);
    }
}
