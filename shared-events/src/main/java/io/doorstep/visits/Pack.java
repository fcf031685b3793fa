package io.doorstep.visits;

import java.time.Instant;
import java.util.List;

/**
 * 走访包。 The cases that somebody took along on a telephone.
 *
 * @param wipeAt when the telephone forgets them
 * @param cases their ids, in the order of taking
 */
public record Pack(String id, String device, String account, Instant takenAt, Instant wipeAt, List<String> cases) {}
