package io.doorstep.query.print;

import io.doorstep.events.cases.CaseResolved;
import io.doorstep.policy.DeadlineClock;
import io.doorstep.query.asof.Cycle;
import io.doorstep.query.asof.Resolution;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.ResolutionOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 处理意见书。 What became of a case, and what the petitioner can do about it.
 *
 * @param acceptedOn null when it was settled without
 * @param evidence one line for each piece
 * @param remedies the ways that the law leaves open, each with its article
 * @param reopenedOn when the case was reopened after this opinion; null when it was not
 */
record Opinion(
        int cycle,
        String resolvedOn,
        @Nullable String acceptedOn,
        @Nullable String statement,
        @Nullable String summary,
        List<String> evidence,
        String outcome,
        String result,
        List<String> remedies,
        String unit,
        @Nullable String reopenedOn) {

    /** The last resolution there was, whichever cycle it belongs to. */
    static Optional<Opinion> of(Dossier dossier) {
        return dossier.found().cycles().stream()
                .filter(cycle -> cycle.resolution() != null)
                .reduce((earlier, later) -> later)
                .map(cycle -> of(dossier, cycle, Objects.requireNonNull(cycle.resolution())));
    }

    private static Opinion of(Dossier dossier, Cycle cycle, Resolution how) {
        var say = dossier.say();
        var opening = dossier.opening();
        var recordedBy = dossier.all(CaseResolved.class).stream()
                .filter(step -> step.at().equals(how.at()))
                .map(step -> step.recorded().unit())
                .findFirst()
                .orElse(null);
        var acceptedAt = cycle.acceptedAt();
        var reopenedAt = cycle.reopenedAt();
        return new Opinion(
                cycle.number(),
                dossier.day(how.at()),
                acceptedAt == null ? null : dossier.day(acceptedAt),
                opening.text(dossier.found().matter().statement()),
                opening.text(how.summary()),
                evidence(dossier, how),
                String.valueOf(say.constant("ResolutionOutcome", how.outcome())),
                String.valueOf(say.constant("ResolutionResult", how.result())),
                remedies(dossier, how),
                dossier.unit(how.unit() == null ? recordedBy : how.unit()),
                reopenedAt == null ? null : dossier.day(reopenedAt));
    }

    private static List<String> evidence(Dossier dossier, Resolution how) {
        var lines = new ArrayList<String>();
        for (var one : how.evidence()) {
            var type = String.valueOf(dossier.say().constant("EvidenceType", one.type()));
            var text = dossier.opening().text(one.text());
            lines.add(text == null ? type + reference(one.ref()) : dossier.say().word("said.part", type, text));
        }
        return lines;
    }

    /** Enough of a content hash to find the file by. */
    private static String reference(@Nullable String ref) {
        return ref == null ? "" : " " + (ref.length() > 12 ? ref.substring(0, 12) + "…" : ref);
    }

    /** A mediated dispute ends in an agreement, not in a decision that an authority could review. */
    private static List<String> remedies(Dossier dossier, Resolution how) {
        var say = dossier.say();
        var mediated = dossier.found().matter().kind().equals(CaseKind.DISPUTE.name())
                && how.outcome().equals(ResolutionOutcome.MEDIATED.name());
        if (mediated) {
            return List.of(say.word("print.remedy.confirmation"), say.word("print.remedy.court"));
        }
        var rules = dossier.rules(how.at());
        return List.of(
                say.word(
                        "print.remedy.review",
                        rules.clock(DeadlineClock.REVIEW_REQUEST).length(),
                        rules.clock(DeadlineClock.REVIEW).length()),
                say.word(
                        "print.remedy.recheck",
                        rules.clock(DeadlineClock.RECHECK_REQUEST).length(),
                        rules.clock(DeadlineClock.RECHECK).length()));
    }
}
