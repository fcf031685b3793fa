package io.doorstep.command.imports;

import io.doorstep.identity.Actor;
import io.doorstep.ledger.LedgerReader;
import io.doorstep.ledger.Sheet;
import io.doorstep.ledger.UnreadableLedger;
import io.doorstep.vault.Private;
import io.doorstep.vault.Vault;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.FormConverter;
import io.doorstep.web.Malformed;
import io.doorstep.web.Named;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 导入受理。 Takes a ledger in: looks at mapping and headings first, then keeps the file, sealed, for the worker. */
@Component
class ImportDesk {

    private final ImportRegister register;
    private final ImportFile files;
    private final Vocabulary vocabulary;
    private final Vault vault;
    private final TransactionTemplate transaction;

    ImportDesk(
            ImportRegister register,
            ImportFile files,
            Vocabulary vocabulary,
            Vault vault,
            PlatformTransactionManager transactions) {
        this.register = register;
        this.files = files;
        this.vocabulary = vocabulary;
        this.vault = vault;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The state of the import; asked again under the same id, that of the one that is there. */
    String take(String importId, String mappingText, byte[] file, Actor requester) {
        var hash = hash(mappingText, file);
        var known = register.find(importId);
        if (known.isPresent()) {
            if (!known.get().contentHash().equals(hash)) {
                throw new Named(HttpStatus.CONFLICT, "SAME_ID_OTHER_CONTENT");
            }
            return known.get().state();
        }
        var mapping = mapping(mappingText);
        MappingChecks.check(mapping, vocabulary);
        lookAt(file, mapping);
        transaction.executeWithoutResult(step -> {
            register.queue(importId, mapping.source(), hash, requester);
            files.keep(importId, mappingText.getBytes(StandardCharsets.UTF_8), file);
        });
        return "QUEUED";
    }

    static Mapping mapping(String text) {
        return FormConverter.parse(text, Mapping.class, "mapping");
    }

    static Sheet open(byte[] file, Mapping mapping) {
        return LedgerReader.open(file, mapping.sheet(), mapping.knownCharset());
    }

    private static void lookAt(byte[] file, Mapping mapping) {
        try (var sheet = open(file, mapping)) {
            Headings.find(sheet.iterator(), mapping);
        } catch (UnreadableLedger unreadable) {
            var field = unreadable.reason() == UnreadableLedger.Reason.UNKNOWN_SHEET ? "sheet" : "file";
            throw new Malformed(FieldProblem.of(field, unreadable.reason().name()));
        }
    }

    private String hash(String mapping, byte[] file) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(file);
            return vault.hash("ledger", new Private(mapping + HexFormat.of().formatHex(digest)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
