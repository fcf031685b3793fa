package io.doorstep.query.asof;

import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseReported;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 同一人索引。 Keeps which cases name the same telephone or identity number, by their keyed hashes. */
public final class PersonTable {

    private final JdbcClient jdbc;

    public PersonTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(CaseEvent fact) {
        if (fact instanceof CaseReported reported) {
            reported.petitioners().forEach(petitioner -> {
                add(reported.caseId(), "PHONE", petitioner.phoneHash());
                add(reported.caseId(), "ID_NUMBER", petitioner.idHash());
            });
        }
    }

    void clear() {
        jdbc.sql("delete from reading.case_person").update();
    }

    private void add(String caseId, String what, @Nullable String hash) {
        if (hash != null) {
            jdbc.sql("""
                    merge into reading.case_person p using (values (cast(? as varchar(64)), cast(? as varchar(128)))) n (c, h)
                    on p.case_id = n.c and p.hash = n.h
                    when not matched then insert (case_id, hash, what) values (n.c, n.h, ?)
                    """).params(caseId, hash, what).update();
        }
    }
}
