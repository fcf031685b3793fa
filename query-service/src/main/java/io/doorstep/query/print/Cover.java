package io.doorstep.query.print;

import io.doorstep.query.asof.Moment;
import io.doorstep.query.layout.Say;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * 案由栏。 What every form of a case says about it.
 *
 * @param matter what the form calls it: 信访事项, 矛盾纠纷 …
 * @param petitioners masked names; a word in their place when nobody is named
 * @param named whether there is a full name to be written in by hand
 * @param marks 集体访, 重复信访; empty when it is neither
 * @param asOf says so when the form shows the case as it was, or was known; null for the present
 */
record Cover(
        String number,
        int cycle,
        String matter,
        String title,
        String kind,
        String channel,
        String category,
        String place,
        String petitioners,
        boolean named,
        int partySize,
        String marks,
        String reportedOn,
        String status,
        @Nullable String asOf) {

    static Cover of(Dossier dossier) {
        var found = dossier.found();
        var matter = found.matter();
        var say = dossier.say();
        var names = matter.petitioners().stream()
                .map(one -> dossier.opening().petitioner(one).name())
                .toList();
        var marks = new ArrayList<String>();
        if (found.joint()) {
            marks.add(say.word("column.joint"));
        }
        if (found.repeat()) {
            marks.add(say.word("column.repeat"));
        }
        return new Cover(
                found.number(),
                found.cycle().number(),
                say.word("print.matter." + matter.kind()),
                matter.title(),
                String.valueOf(say.constant("CaseKind", matter.kind())),
                String.valueOf(say.constant("Channel", matter.channel())),
                String.valueOf(say.category(matter.category())),
                String.valueOf(say.fullPlace(matter.place())),
                names.isEmpty() ? say.word("print.nobody") : String.join(say.word("say.comma"), names),
                !names.isEmpty(),
                matter.partySize(),
                String.join(say.word("say.comma"), marks),
                dossier.day(found.reportedAt()),
                String.valueOf(say.constant("CaseStatus", found.status().name())),
                asOf(dossier.moment(), say));
    }

    /** Says which moment, and which knowledge, a form rests on when these are not the present ones. */
    static @Nullable String asOf(Moment moment, Say say) {
        var at = String.valueOf(say.moment(moment.now()));
        var knownAt = moment.knownAt();
        if (knownAt == null) {
            return moment.isPresent() ? null : say.word("print.asOf.at", at);
        }
        return moment.holdsAt().isAfter(moment.now())
                ? say.word("print.asOf.knownAt", String.valueOf(say.moment(knownAt)))
                : say.word("print.asOf.both", at, String.valueOf(say.moment(knownAt)));
    }
}
