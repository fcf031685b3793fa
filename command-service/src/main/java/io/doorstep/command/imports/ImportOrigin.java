package io.doorstep.command.imports;

import io.doorstep.command.cases.values.CaseId;
import io.doorstep.identity.FactMetadata;
import io.doorstep.store.EventTable;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** 案件来源。 Which import a case came in with, as the metadata of its first fact says. */
@Component
class ImportOrigin {

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    ImportOrigin(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> of(CaseId caseId) {
        return jdbc.sql("select metadata from " + EventTable.NAME
                        + " where aggregate_identifier = ? and aggregate_sequence_number = 0")
                .param(caseId.value())
                .query((row, n) ->
                        json.readTree(row.getBytes(1)).path(FactMetadata.IMPORT).asString(""))
                .optional();
    }
}
