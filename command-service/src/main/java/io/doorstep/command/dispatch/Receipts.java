package io.doorstep.command.dispatch;

import io.doorstep.command.cases.decision.Receipt;
import io.doorstep.command.cases.decision.Refusal;
import io.doorstep.web.Named;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 收据登记。 Answers a repeated command as the first time, and writes each receipt in the unit of work of its facts: both
 * are there or neither.
 */
public final class Receipts implements MessageHandlerInterceptor<CommandMessage<?>> {

    /** In place of the hash of what was asked, where the words of it were erased. */
    public static final String FORGOTTEN = "erased";

    private final JdbcClient jdbc;
    private final Clock clock;

    public Receipts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        if (!(work.getMessage().getMetaData().get(Sending.KEY) instanceof Sending sending)) {
            return chain.proceed();
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
        if (answer instanceof Receipt receipt) {
            sending.receiptKeys().forEach(key -> write(key, sending.contentHash(), receipt));
        }
        return answer;
    }

    private Optional<Receipt> find(Sending sending) {
        return sending.receiptKeys().stream()
                .flatMap(key -> find(key, sending.contentHash()).stream())
                .findFirst();
    }

    /** The receipt of a key, or nothing; refuses when the key was used for something else. */
    private Optional<Receipt> find(String key, String contentHash) {
        return jdbc.sql("select content_hash, case_id, case_number, version from command_receipt where receipt_key = ?")
                .param(key)
                .query((row, n) -> {
                    var before = row.getString(1);
                    Refusal.SAME_ID_OTHER_CONTENT.when(!before.equals(contentHash) && !before.equals(FORGOTTEN));
                    return new Receipt(row.getString(2), row.getString(3), row.getLong(4));
                })
                .optional();
    }

    private void write(String key, String contentHash, Receipt receipt) {
        try {
            jdbc.sql("""
                            insert into command_receipt
                                (receipt_key, content_hash, case_id, case_number, version, recorded_at)
                            values (?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            key,
                            contentHash,
                            receipt.caseId(),
                            receipt.number(),
                            receipt.version(),
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException sameCommandMeanwhile) {
            throw new ConcurrencyException("the same command was handled meanwhile", sameCommandMeanwhile);
        }
    }
}
