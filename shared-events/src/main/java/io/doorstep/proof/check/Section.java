package io.doorstep.proof.check;

import io.doorstep.proof.Checkpoint;
import java.util.List;

/**
 * 外存检查点。 A checkpoint as it was sent to a second place.
 *
 * @param from the size of the checkpoint before it
 * @param leaves of the facts since that one, in order; empty when they were not sent along
 */
public record Section(Checkpoint.Signed signed, long from, List<byte[]> leaves) {}
