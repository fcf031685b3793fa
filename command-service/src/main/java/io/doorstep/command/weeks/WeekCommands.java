package io.doorstep.command.weeks;

import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.dispatch.Sending;
import io.doorstep.command.web.Ask;
import io.doorstep.vault.Private;
import io.doorstep.vault.Vault;
import io.doorstep.web.Form;
import io.doorstep.web.Named;
import java.util.List;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** 递送无会周命令。 Sends a command to its week and waits for the receipt: when it is here, the fact is on disk. */
@Component
class WeekCommands {

    private final CommandGateway gateway;
    private final Vault vault;
    private final JsonMapper json = JsonMapper.builder().build();

    WeekCommands(CommandGateway gateway, Vault vault) {
        this.gateway = gateway;
        this.vault = vault;
    }

    ResponseEntity<Receipt> take(WeekCommand command, Ask ask, Form form) {
        var key = ask.idempotencyKey();
        var sending = new Sending(
                ask.actor(),
                key == null ? List.of() : List.of("key:" + ask.actor().id() + ":" + key),
                vault.hash("command", new Private(ask.path() + "\n" + json.writeValueAsString(form))),
                null,
                null,
                null);
        var receipt = send(command, sending);
        return ResponseEntity.ok().eTag("\"" + receipt.version() + "\"").body(receipt);
    }

    private Receipt send(WeekCommand command, Sending sending) {
        try {
            return gateway.sendAndWait(sending.with(command, WeekCommand.NAME));
        } catch (ConcurrencyException | TransientDataAccessException busy) {
            throw new Named(HttpStatus.SERVICE_UNAVAILABLE, "SERVICE_UNAVAILABLE");
        } catch (CommandExecutionException failure) {
            throw new IllegalStateException("a command failed", failure);
        }
    }
}
