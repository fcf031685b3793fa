package io.doorstep.limits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * 磁盘余量。 Whether there is room to go on writing where this node keeps its data. A database whose disk runs full in the middle of a write may
 * not be read any more either; so the last bytes are kept for reading, which writes a little, too.
 */
public final class Room {

    private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(1);

    private final Path folder;
    private final long reserve;
    private volatile boolean left = true;
    private volatile long lookAgainAt = System.nanoTime();

    /** @param reserve bytes that have to stay free; 0 switches this off */
    public Room(Path folder, long reserve) {
        this.folder = folder;
        this.reserve = reserve;
    }

    public boolean isLeft() {
        if (System.nanoTime() - lookAgainAt >= 0) {
            lookAgainAt = System.nanoTime() + LOOK_EVERY;
            left = look();
        }
        return left;
    }

    private boolean look() {
        try {
            return reserve == 0
                    || !Files.isDirectory(folder)
                    || Files.getFileStore(folder).getUsableSpace() >= reserve;
        } catch (IOException notKnown) {
            // the write itself will tell
            return true;
        }
    }
}
