package io.doorstep.federation;

import io.doorstep.proof.Checkpoint;
import io.doorstep.proof.Frontier.Peak;
import java.util.List;

/**
 * 已证实。 Lines of which it is proven that they follow what was there, and that no other could stand in their place.
 *
 * @param head what the county signed
 * @param leaves of the lines, in order
 * @param complete subtrees that the lines made complete
 * @param chain end of the chain after the last line
 */
@SuppressWarnings("ArrayRecordComponent") // its bytes are compared by Arrays.equals
public record Proven(Checkpoint head, List<Line> lines, List<byte[]> leaves, List<Peak> complete, byte[] chain) {

    /** Whether nothing is left to ask for at the moment that the head was signed. */
    public boolean isAll(long from) {
        return from + lines.size() == head.size();
    }
}
