package io.doorstep.proof.kept;

import io.doorstep.proof.Checkpoint;
import io.doorstep.proof.SigningKey;
import io.doorstep.proof.check.CheckpointText;
import io.doorstep.proof.check.Section;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 检查点外送件。 Checkpoints with what goes along with them to a second place. */
public final class Sections {

    private final JdbcClient jdbc;
    private final Checkpoints checkpoints;
    private final LedgerKeys keys;

    public Sections(JdbcClient jdbc, Checkpoints checkpoints, LedgerKeys keys) {
        this.jdbc = jdbc;
        this.checkpoints = checkpoints;
        this.keys = keys;
    }

    /** The sizes of the checkpoints above one, smallest first. */
    public List<Long> after(long size) {
        return jdbc.sql("select size from ledger_checkpoint where size > ? order by size")
                .param(size)
                .query(Long.class)
                .list();
    }

    /** The text of the checkpoint of a size, with the leaves since the one before. */
    public Optional<String> text(long size) {
        return checkpoints.of(size).map(signed -> CheckpointText.of(section(signed), key(signed)));
    }

    /** The same without the leaves: what proves that a change happened, in as few words as paper and mail can take. */
    public Optional<String> shortText(long size) {
        return checkpoints.of(size).map(signed -> CheckpointText.of(new Section(signed, size, List.of()), key(signed)));
    }

    private Section section(Checkpoint.Signed signed) {
        var size = signed.checkpoint().size();
        var from = jdbc.sql("select coalesce(max(size), 0) from ledger_checkpoint where size < ?")
                .param(size)
                .query(Long.class)
                .single();
        var leaves = jdbc.sql("select leaf from fact_ledger where position >= ? and position < ? order by position")
                .params(from, size)
                .query((row, n) -> row.getBytes(1))
                .list();
        return new Section(signed, from, leaves);
    }

    private SigningKey key(Checkpoint.Signed signed) {
        return keys.known().stream()
                .filter(key -> key.id().equals(signed.checkpoint().keyId()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the key of a checkpoint is gone"));
    }
}
