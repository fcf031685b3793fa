package io.doorstep.weeks;

import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** 计划草稿箱。 Keeps the draft of each week; the second of two who change the same version is told so. */
public final class PlanDrafts {

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    public PlanDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<PlanDraft> find(String weekId) {
        return jdbc.sql("select content from week_draft where week_id = ?")
                .param(weekId)
                .query((row, n) -> json.readValue(row.getBytes(1), PlanDraft.class))
                .optional();
    }

    /** Whether it was kept: only when the version before it is the last one. */
    public boolean keep(String weekId, PlanDraft draft) {
        var content = json.writeValueAsBytes(draft);
        if (draft.version() > 1) {
            return jdbc.sql("update week_draft set content = ?, version = ? where week_id = ? and version = ?")
                            .params(content, draft.version(), weekId, draft.version() - 1)
                            .update()
                    == 1;
        }
        try {
            jdbc.sql("insert into week_draft (week_id, version, content) values (?, ?, ?)")
                    .params(weekId, draft.version(), content)
                    .update();
            return true;
        } catch (DuplicateKeyException somebodyWasFaster) {
            return false;
        }
    }
}
