package io.doorstep.query.feed;

import io.doorstep.query.asof.FactFeed;
import io.doorstep.vault.Vault;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.doorstep.web.Named;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * 游标。 Where a reader is, in words that only this office reads and that look different each time: a number, or whether it moved, would tell
 * of facts that he may not know of. It holds for as long as the ledger does, whatever becomes of the reader's rights.
 */
@Component
class Cursors {

    private static final String PURPOSE = "feed.cursor";
    private static final int LINK = 8;

    private final FactFeed feed;
    private final Vault vault;

    Cursors(FactFeed feed, Vault vault) {
        this.feed = feed;
        this.vault = vault;
    }

    String of(long position) {
        var link = feed.link(position, LINK).orElseThrow();
        var mark = ByteBuffer.allocate(Long.BYTES + LINK).putLong(position).put(link);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(vault.veil(PURPOSE, mark.array()));
    }

    long position(String cursor) {
        var mark = ByteBuffer.wrap(opened(cursor));
        var position = mark.getLong();
        var link = Arrays.copyOfRange(mark.array(), Long.BYTES, Long.BYTES + LINK);
        if (feed.link(position, LINK).filter(here -> Arrays.equals(here, link)).isEmpty()) {
            // an older backup was restored: what the reader has heard is not what is on record
            throw new Named(HttpStatus.GONE, "CURSOR_OF_ANOTHER_HISTORY");
        }
        return position;
    }

    private byte[] opened(String cursor) {
        try {
            return vault.unveil(PURPOSE, Base64.getUrlDecoder().decode(cursor))
                    .filter(mark -> mark.length == Long.BYTES + LINK)
                    .orElseThrow(Cursors::unreadable);
        } catch (IllegalArgumentException noBase64) {
            throw unreadable();
        }
    }

    private static Malformed unreadable() {
        return new Malformed(FieldProblem.of("after", "CURSOR_OF_NO_FEED"));
    }
}
