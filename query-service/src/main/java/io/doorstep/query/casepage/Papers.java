package io.doorstep.query.casepage;

import io.doorstep.events.cases.AttachmentAdded;
import io.doorstep.events.cases.CaseVisited;
import io.doorstep.query.access.Opening;
import io.doorstep.query.asof.RecordedFact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 附件与走访记录。 The files of a case, and what was found on its visits.
 *
 * @param visits by visit id
 */
record Papers(List<Paper> files, Map<String, Found> visits) {

    /** 附件。 A file; its name is personal until it was opened. */
    record Paper(String sha256, @Nullable String name, String mediaType, long size) {

        /** Whether browsers show it within the page. */
        public boolean isPicture() {
            return mediaType.startsWith("image/");
        }
    }

    /** 走访所见。 What a visit found, with its pictures. */
    record Found(@Nullable String findings, @Nullable String peopleMet, List<String> files) {}

    /** How many of the files that a visit speaks of have not arrived. */
    public long missing(Found visit) {
        return visit.files().stream()
                .filter(name -> files.stream().noneMatch(file -> file.sha256().equals(name)))
                .count();
    }

    static Papers of(List<RecordedFact> facts, Opening opening) {
        var files = facts(facts, AttachmentAdded.class)
                .map(file -> new Paper(file.sha256(), opening.text(file.fileName()), file.mediaType(), file.size()))
                .distinct()
                .toList();
        var visits = new HashMap<String, Found>();
        facts(facts, CaseVisited.class)
                .forEach(visit -> visits.put(
                        visit.visitId(),
                        new Found(
                                opening.text(visit.findings()), opening.text(visit.peopleMet()), visit.attachments())));
        return new Papers(files, visits);
    }

    private static <T> Stream<T> facts(List<RecordedFact> facts, Class<T> type) {
        return facts.stream().map(RecordedFact::fact).filter(type::isInstance).map(type::cast);
    }
}
