package io.doorstep.command.erasure;

import io.doorstep.command.dispatch.ForgottenContent;
import io.doorstep.command.dispatch.OtherCases;
import io.doorstep.command.imports.KeptLedgers;
import io.doorstep.erasure.Erasure;
import io.doorstep.erasure.Erasures;
import io.doorstep.events.cases.Petitioner;
import io.doorstep.events.cases.Sealed;
import io.doorstep.identity.Actor;
import io.doorstep.vault.ErasedKeys;
import io.doorstep.vault.Private;
import io.doorstep.vault.SealedFiles;
import io.doorstep.vault.Vault;
import io.doorstep.views.SavedViews;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * 执行删除。 Destroys the person's keys and with them the hashes of his numbers; the key of a case's free text and files when
 * nobody is left whose words they are; and whatever else was kept of him: rows of ledgers, views that search for him.
 */
@Component
class Erasing {

    private final Erasures erasures;
    private final ErasedKeys keys;
    private final Vault vault;
    private final OtherCases cases;
    private final ForgottenContent forgotten;
    private final KeptLedgers ledgers;
    private final SavedViews views;
    private final SealedFiles files;

    Erasing(
            Erasures erasures,
            ErasedKeys keys,
            Vault vault,
            OtherCases cases,
            ForgottenContent forgotten,
            KeptLedgers ledgers,
            SavedViews views,
            SealedFiles files) {
        this.erasures = erasures;
        this.keys = keys;
        this.vault = vault;
        this.cases = cases;
        this.forgotten = forgotten;
        this.ledgers = ledgers;
        this.views = views;
        this.files = files;
    }

    /** Within the transaction of the last approval: all of it, or nothing. */
    void erase(Erasure erasure, Actor actor) {
        var words = wordsOf(erasure);
        ledgers.destroyThoseWith(words, keys::erase);
        views.removeThoseWith(words);
        erasure.subjects().forEach(one -> keys.erase(one.personId()));
        var caseIds = casesOf(erasure);
        var silent = caseIds.stream().filter(this::nobodyIsLeft).toList();
        silent.forEach(keys::erase);
        caseIds.forEach(forgotten::of);
        erasures.done(actor, erasure.erasureId(), caseIds.size() + "/" + silent.size());
    }

    /** Once it is on record: files that nobody can read any more need not lie about. */
    void sweepUp(Erasure erasure) {
        casesOf(erasure).stream().filter(this::nobodyIsLeft).forEach(files::removeUnreadable);
    }

    private static List<String> casesOf(Erasure erasure) {
        return erasure.subjects().stream()
                .map(Erasure.Subject::caseId)
                .distinct()
                .toList();
    }

    private boolean nobodyIsLeft(String caseId) {
        return cases.find(caseId).stream()
                .flatMap(history -> history.petitioners().stream())
                .allMatch(one -> vault.open(one.name()).isEmpty());
    }

    private Set<Private> wordsOf(Erasure erasure) {
        var words = new HashSet<Private>();
        for (var subject : erasure.subjects()) {
            cases.find(subject.caseId()).stream()
                    .flatMap(history -> history.petitioners().stream())
                    .filter(one -> one.personId().equals(subject.personId()))
                    .flatMap(Erasing::sealed)
                    .forEach(one -> vault.open(one).ifPresent(words::add));
        }
        return words;
    }

    private static Stream<Sealed> sealed(Petitioner petitioner) {
        return Stream.of(petitioner.name(), petitioner.phone(), petitioner.idNumber(), petitioner.address())
                .filter(Objects::nonNull);
    }
}
