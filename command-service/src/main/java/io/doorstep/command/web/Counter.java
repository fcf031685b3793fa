package io.doorstep.command.web;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.dispatch.Commands;
import io.doorstep.command.dispatch.Sending;
import io.doorstep.vault.Private;
import io.doorstep.vault.Vault;
import java.net.URI;
import java.util.ArrayList;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** 收件窗口。 Takes a command in, and gives its receipt out. */
@Component
public class Counter {

    private final Commands commands;
    private final Vault vault;
    private final JsonMapper json = JsonMapper.builder().build();

    Counter(Commands commands, Vault vault) {
        this.commands = commands;
        this.vault = vault;
    }

    /**
     * Answers 200 with the receipt.
     *
     * @param clientIds ids that the client made, such as {@code visit:…}: they too tell a repetition
     */
    public ResponseEntity<Receipt> take(CaseCommand command, Ask ask, CaseForm form, String... clientIds) {
        return answer(ResponseEntity.ok(), send(command, ask, form, clientIds));
    }

    /** Answers 201 with the receipt and the case's address. */
    public ResponseEntity<Receipt> open(CaseCommand command, Ask ask, CaseForm form) {
        var receipt = send(command, ask, form, "case:" + command.caseId());
        return answer(ResponseEntity.created(URI.create("/api/cases/" + receipt.caseId())), receipt);
    }

    private Receipt send(CaseCommand command, Ask ask, CaseForm form, String... clientIds) {
        var keys = new ArrayList<String>();
        if (ask.idempotencyKey() != null) {
            keys.add("key:" + ask.actor().id() + ":" + ask.idempotencyKey());
        }
        keys.addAll(java.util.List.of(clientIds));
        var content = new Private(ask.path() + "\n" + json.writeValueAsString(form));
        return commands.send(
                command,
                new Sending(
                        ask.actor(),
                        keys,
                        vault.hash("command", content),
                        ask.ifMatch(),
                        null,
                        CaseForm.privately(form.lateEntryReason())));
    }

    private static ResponseEntity<Receipt> answer(ResponseEntity.BodyBuilder builder, Receipt receipt) {
        return builder.eTag("\"" + receipt.version() + "\"").body(receipt);
    }
}
