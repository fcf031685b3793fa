package io.doorstep.query.asof;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 读到之处。 How far a group of projections has come in the facts, read from its tokens without claiming them. */
public final class Watermark {

    private final JdbcClient jdbc;
    private final Serializer serializer;
    private final Clock clock;

    public Watermark(JdbcClient jdbc, Serializer serializer, Clock clock) {
        this.jdbc = jdbc;
        this.serializer = serializer;
        this.clock = clock;
    }

    /**
     * Index up to which every segment of the group has read for certain; -1 before the first fact. Segments without work
     * write their progress down every few seconds only, so the truth may be a little ahead.
     */
    public long position(String group) {
        var tokens = jdbc.sql("select token, token_type from token_entry where processor_name = ?")
                .param(group)
                .query((row, n) -> position(row.getBytes("token"), row.getString("token_type")))
                .list();
        return tokens.stream().mapToLong(Long::longValue).min().orElse(-1);
    }

    /**
     * 分段。 How far a part of the reading is.
     *
     * @param owner the node that reads it; null when none does
     * @param position as of {@link Watermark#position}
     * @param lagEvents facts that are not read for certain
     */
    public record SegmentMark(int segment, @Nullable String owner, long position, long lagEvents) {}

    public List<SegmentMark> segments(String group) {
        var last = lastIndex();
        return jdbc.sql("select segment, owner, token, token_type from token_entry where processor_name = ?"
                        + " order by segment")
                .param(group)
                .query((row, n) -> {
                    var position = position(row.getBytes("token"), row.getString("token_type"));
                    return new SegmentMark(
                            row.getInt("segment"), row.getString("owner"), position, Math.max(0, last - position));
                })
                .list();
    }

    /** Difference between the last fact's index and the position; gaps that rolled-back commands left count too. */
    public long lagInEvents(String group) {
        return Math.max(0, lastIndex() - position(group));
    }

    /** Age of the oldest fact that is not read for certain. */
    public Duration lag(String group) {
        return recordedAfter(position(group))
                .map(recorded -> Duration.between(recorded, clock.instant()))
                .filter(age -> !age.isNegative())
                .orElse(Duration.ZERO);
    }

    /** Index of the last fact; -1 before the first. */
    public long lastIndex() {
        return jdbc.sql("select coalesce(max(global_index), -1) from aggregate_event_entry")
                .query(Long.class)
                .single();
    }

    private Optional<Instant> recordedAfter(long position) {
        List<String> oldest = jdbc.sql("""
                select timestamp from aggregate_event_entry where global_index > ? order by global_index limit 1
                """).param(position).query(String.class).list();
        return oldest.stream().findFirst().map(Instant::parse);
    }

    private long position(byte[] token, String type) {
        if (token == null || type == null) {
            return -1;
        }
        TrackingToken read = serializer.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
        return read == null ? -1 : read.position().orElse(-1);
    }
}
