package io.doorstep.command.dispatch;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 收据的遗忘。 After an erasure not even the hash of what was asked stays; a repetition gets the receipt without being compared. */
@Component
public class ForgottenContent {

    private final JdbcClient jdbc;

    ForgottenContent(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void of(String caseId) {
        jdbc.sql("update command_receipt set content_hash = ? where case_id = ?")
                .params(Receipts.FORGOTTEN, caseId)
                .update();
    }
}
