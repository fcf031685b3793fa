package io.doorstep.command.imports;

import io.doorstep.digest.Sha256;
import io.doorstep.identity.Actor;
import io.doorstep.ledger.LedgerReader;
import io.doorstep.ledger.LedgerRow;
import io.doorstep.ledger.Sheet;
import io.doorstep.ledger.UnreadableLedger;
import io.doorstep.ledger.kept.KeptMappings;
import io.doorstep.vault.Private;
import io.doorstep.vault.Vault;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.FormConverter;
import io.doorstep.web.Malformed;
import io.doorstep.web.Named;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 导入受理。 Takes a ledger in: looks at mapping and headings first, then keeps the file, sealed, for the worker. */
@Component
class ImportDesk {

    /** Code tables of a large county fit in; a binary value of H2 holds it sealed. */
    private static final int LONGEST_MAPPING = 200_000;

    private final ImportRegister register;
    private final ImportFile files;
    private final KeptMappings mappings;
    private final Vocabulary vocabulary;
    private final Vault vault;
    private final TransactionTemplate transaction;

    ImportDesk(
            ImportRegister register,
            ImportFile files,
            KeptMappings mappings,
            Vocabulary vocabulary,
            Vault vault,
            PlatformTransactionManager transactions) {
        this.register = register;
        this.files = files;
        this.mappings = mappings;
        this.vocabulary = vocabulary;
        this.vault = vault;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The state of the import; asked again under the same id, that of the one that is there. */
    String take(String importId, String mappingText, byte[] file, Actor requester, boolean dryRun) {
        var hash = hash(mappingText, file, dryRun);
        var known = register.find(importId);
        if (known.isPresent()) {
            if (!known.get().contentHash().equals(hash)) {
                throw new Named(HttpStatus.CONFLICT, "SAME_ID_OTHER_CONTENT");
            }
            return known.get().state();
        }
        if (mappingText.length() > LONGEST_MAPPING) {
            throw new Malformed(FieldProblem.of("mapping", "TOO_LONG", LONGEST_MAPPING));
        }
        var mapping = mapping(mappingText);
        MappingChecks.check(mapping, vocabulary);
        var headings = lookAt(file, mapping);
        transaction.executeWithoutResult(step -> {
            register.queue(importId, mapping.source(), hash, requester, dryRun);
            files.keep(importId, mappingText.getBytes(StandardCharsets.UTF_8), file);
            mappings.keep(importId, headings, mappingText);
        });
        return "QUEUED";
    }

    String state(String importId) {
        return register.find(importId).orElseThrow(Named::notFound).state();
    }

    static Mapping mapping(String text) {
        return FormConverter.parse(text, Mapping.class, "mapping");
    }

    static Sheet open(byte[] file, Mapping mapping) {
        return LedgerReader.open(file, mapping.sheet(), mapping.knownCharset());
    }

    private static LedgerRow lookAt(byte[] file, Mapping mapping) {
        try (var sheet = open(file, mapping)) {
            return Headings.find(sheet.iterator(), mapping).row();
        } catch (UnreadableLedger unreadable) {
            throw malformed(unreadable);
        }
    }

    static Malformed malformed(UnreadableLedger unreadable) {
        var field = unreadable.reason() == UnreadableLedger.Reason.UNKNOWN_SHEET ? "sheet" : "file";
        return new Malformed(FieldProblem.of(field, unreadable.reason().name()));
    }

    private String hash(String mapping, byte[] file, boolean dryRun) {
        return vault.hash("ledger", new Private(mapping + Sha256.hex(file) + (dryRun ? "\ndry run" : "")));
    }
}
