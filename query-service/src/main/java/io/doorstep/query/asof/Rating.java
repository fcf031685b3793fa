package io.doorstep.query.asof;

import java.time.Instant;

/** 满意度评价。 What the petitioner said about the bureau or the handling unit, or that the time to say so passed. */
public record Rating(String target, String rating, Instant at) {}
