package io.doorstep.command.imports;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 导入计量。 How many rows came in, did not, or had to be left out; and how many imports stand where. */
@Component
class ImportMeters {

    private final MeterRegistry meters;

    ImportMeters(MeterRegistry meters, JdbcClient jdbc) {
        this.meters = meters;
        for (var state : List.of("QUEUED", "RUNNING", "DONE", "FAILED")) {
            Gauge.builder(
                            "doorstep.imports",
                            () -> jdbc.sql("select count(*) from ledger_import where state = ?")
                                    .param(state)
                                    .query(Long.class)
                                    .single())
                    .tag("state", state)
                    .register(meters);
        }
    }

    void count(ImportTally tally) {
        add("DONE", tally.done());
        add("SKIPPED", tally.skipped());
        add("FAILED", tally.failed());
        add("WARNED", tally.warned());
    }

    private void add(String outcome, long rows) {
        if (rows > 0) {
            meters.counter("doorstep.import.rows", "outcome", outcome).increment((double) rows);
        }
    }
}
