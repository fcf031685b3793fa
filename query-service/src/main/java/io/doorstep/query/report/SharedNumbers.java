package io.doorstep.query.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 同一号码。 Which cases have a telephone or identity number in common, told by its keyed hash; no number is read. */
@Component
class SharedNumbers {

    private final JdbcClient jdbc;

    SharedNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One number that several cases have.
     *
     * @param what PHONE or ID_NUMBER
     */
    record Shared(String what, Set<String> cases) {}

    private record Row(String hash, String what, String caseId) {}

    /** Those that one case shares with others. */
    List<Shared> of(String caseId) {
        return grouped(jdbc.sql("""
                select distinct o.hash, o.what, o.case_id from vault.number_hash o
                 where o.hash in (select m.hash from vault.number_hash m where m.case_id = :caseId)
                """).param("caseId", caseId));
    }

    /** All that more than one case has. */
    List<Shared> all() {
        return grouped(jdbc.sql("""
                select distinct o.hash, o.what, o.case_id from vault.number_hash o
                 where o.hash in (select m.hash from vault.number_hash m group by m.hash
                                  having count(distinct m.case_id) > 1)
                """));
    }

    private static List<Shared> grouped(JdbcClient.StatementSpec question) {
        Map<String, Shared> byHash = new HashMap<>();
        question.query((row, n) -> new Row(row.getString("hash"), row.getString("what"), row.getString("case_id")))
                .list()
                .forEach(row -> byHash.computeIfAbsent(row.hash, hash -> new Shared(row.what, new HashSet<>()))
                        .cases()
                        .add(row.caseId));
        return List.copyOf(byHash.values());
    }
}
