package io.doorstep.query.editions;

import io.doorstep.query.asof.Watermark;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 版次进度。 How the two editions are doing, asked when somebody looks. */
@Component
public final class EditionWatch {

    private final Editions editions;
    private final EditionKeeper keeper;
    private final Watermark watermark;

    EditionWatch(Editions editions, EditionKeeper keeper, Watermark watermark) {
        this.editions = editions;
        this.keeper = keeper;
        this.watermark = watermark;
    }

    /**
     * 版次情况。
     *
     * @param read index of the last fact that was read for certain; -1 before the first
     * @param of index of the last fact there is
     * @param secondsLeft at the pace of the last minute; null when nothing is being built, or not long enough to tell
     * @param unread cases with facts that could not be read
     */
    public record Shown(
            Edition edition,
            boolean serves,
            EditionState state,
            @Nullable Instant begunAt,
            @Nullable Instant completeAt,
            long read,
            long of,
            int percent,
            @Nullable Long secondsLeft,
            long unread) {

        /** Whether it can be put to serve. */
        public boolean canServe() {
            return !serves && state == EditionState.COMPLETE;
        }
    }

    /** 两版。 Both editions, and the last steps, latest first. */
    public record All(List<Shown> editions, List<Editions.Step> steps) {}

    public All all() {
        editions.look();
        return new All(Arrays.stream(Edition.values()).map(this::shown).toList(), editions.steps());
    }

    private Shown shown(Edition edition) {
        var row = editions.row(edition);
        var isRead = row.state().isRead();
        var of = watermark.lastIndex();
        var read = isRead ? edition.ask(() -> watermark.position(edition.group())) : -1;
        return new Shown(
                edition,
                edition == editions.serving(),
                row.state(),
                row.begunAt(),
                row.completeAt(),
                read,
                of,
                (int) ((read + 1) * 100 / Math.max(1, of + 1)),
                row.state() == EditionState.BUILDING ? secondsLeft(of - read, keeper.pace()) : null,
                isRead ? keeper.unread(edition) : 0);
    }

    private static @Nullable Long secondsLeft(long facts, OptionalLong pace) {
        return pace.isEmpty() || pace.getAsLong() <= 0 ? null : facts / pace.getAsLong();
    }
}
