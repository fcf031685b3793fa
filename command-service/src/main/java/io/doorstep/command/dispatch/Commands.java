package io.doorstep.command.dispatch;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.OpeningCommand;
import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.cases.decision.Refusal;
import io.doorstep.identity.Reach;
import io.doorstep.web.Named;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** 递送命令。 Sends a command to its case and waits for the receipt: when it is here, the facts are on disk. */
@Component
public class Commands {

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    private final GroupCommit commits;
    private final MeterRegistry meters;

    Commands(GroupCommit commits, MeterRegistry meters) {
        this.commits = commits;
        this.meters = meters;
    }

    public Receipt send(CaseCommand command, Sending sending) {
        if (sending.importId() == null
                && !sending.byTheClock()
                && sending.actor().reach().compareTo(Reach.OWN_UNIT) < 0) {
            // before anything is looked up: whether there is such a case is none of his business either
            throw Named.roleMayNot();
        }
        var started = System.nanoTime();
        var outcome = "UNFORESEEN";
        try {
            var receipt = commits.send(message(command, sending));
            outcome = "DONE";
            return receipt;
        } catch (Named refused) {
            outcome = refused.code();
            throw refused;
        } catch (AggregateNotFoundException unknown) {
            outcome = "NOT_FOUND";
            throw Named.notFound();
        } catch (AggregateStreamCreationException taken) {
            // the case is there, and no receipt says that this very command made it
            outcome = Refusal.SAME_ID_OTHER_CONTENT.name();
            throw Refusal.SAME_ID_OTHER_CONTENT.refused();
        } catch (ConcurrencyException | TransientDataAccessException busy) {
            outcome = "BUSY";
            throw new Named(HttpStatus.SERVICE_UNAVAILABLE, "SERVICE_UNAVAILABLE");
        } catch (CommandExecutionException failure) {
            throw new IllegalStateException("a command failed", failure);
        } finally {
            LOG.debug("{}: {}", command.getClass().getSimpleName(), outcome);
            meters.timer("doorstep.commands", "name", command.getClass().getSimpleName(), "outcome", outcome)
                    .record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
        }
    }

    /** The message as the case's one handler expects it. */
    public static CommandMessage<CaseCommand> message(CaseCommand command, Sending sending) {
        return sending.with(command, command instanceof OpeningCommand ? OpeningCommand.NAME : CaseCommand.NAME);
    }
}
