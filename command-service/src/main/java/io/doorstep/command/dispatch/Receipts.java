package io.doorstep.command.dispatch;

import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.cases.decision.Refusal;
import io.doorstep.web.Named;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * 收据登记。 Answers a repeated command as the first time, and writes each receipt in the unit of work of its facts: both
 * are there or neither.
 */
public final class Receipts {

    /** In place of the hash of what was asked, where the words of it were erased. */
    public static final String FORGOTTEN = "erased";

    private static final String TOGETHER = "receiptsTogether";

    private final JdbcOperations jdbc;
    private final Clock clock;

    public Receipts(JdbcOperations jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A receipt and the id under which it is found. */
    private record Due(String key, String contentHash, Receipt receipt) {}

    /**
     * Does what sends commands, in the unit of work that this thread is in, and writes their receipts in one statement. Nobody asks whether there is one
     * already: then nothing of it can be written, and it ends with a collision.
     */
    void together(Runnable sending) {
        var due = new ArrayList<Due>();
        CurrentUnitOfWork.get().resources().put(TOGETHER, due);
        sending.run();
        write(due);
    }

    /** What the bus lets happen round each command. */
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        if (!(work.getMessage().getMetaData().get(Sending.KEY) instanceof Sending sending)) {
            return chain.proceed();
        }
        List<Due> together = work.root().getResource(TOGETHER);
        if (together != null) {
            var answer = chain.proceed();
            together.addAll(due(sending, answer));
            return answer;
        }
        var first = find(sending);
        if (first.isPresent()) {
            return first.get();
        }
        Object answer;
        try {
            answer = chain.proceed();
        } catch (Named refused) {
            // the same command may have come through meanwhile, on another thread or node, and be why this one was
            // refused
            return find(sending).orElseThrow(() -> refused);
        }
        write(due(sending, answer));
        return answer;
    }

    private static List<Due> due(Sending sending, @Nullable Object answer) {
        return answer instanceof Receipt receipt
                ? sending.receiptKeys().stream()
                        .map(key -> new Due(key, sending.contentHash(), receipt))
                        .toList()
                : List.of();
    }

    private Optional<Receipt> find(Sending sending) {
        return sending.receiptKeys().stream()
                .flatMap(key -> find(key, sending.contentHash()).stream())
                .findFirst();
    }

    /** The receipt of a key, or nothing; refuses when the key was used for something else. */
    private Optional<Receipt> find(String key, String contentHash) {
        return jdbc
                .query(
                        "select content_hash, case_id, case_number, version from command_receipt where receipt_key = ?",
                        (row, n) -> {
                            var before = row.getString(1);
                            Refusal.SAME_ID_OTHER_CONTENT.when(
                                    !before.equals(contentHash) && !before.equals(FORGOTTEN));
                            return new Receipt(row.getString(2), row.getString(3), row.getLong(4));
                        },
                        key)
                .stream()
                .findFirst();
    }

    private void write(List<Due> due) {
        if (due.isEmpty()) {
            return;
        }
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        try {
            jdbc.batchUpdate(
                    """
                    insert into command_receipt (receipt_key, content_hash, case_id, case_number, version, recorded_at)
                    values (?, ?, ?, ?, ?, ?)
                    """,
                    due.stream()
                            .map(one -> new Object[] {
                                one.key(),
                                one.contentHash(),
                                one.receipt().caseId(),
                                one.receipt().number(),
                                one.receipt().version(),
                                now
                            })
                            .toList());
        } catch (DuplicateKeyException sameCommandMeanwhile) {
            throw new ConcurrencyException("the same command was handled meanwhile", sameCommandMeanwhile);
        }
    }
}
