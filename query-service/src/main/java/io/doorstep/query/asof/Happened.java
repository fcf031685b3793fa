package io.doorstep.query.asof;

import java.time.Instant;

/** 最近动态。 The last thing that happened: the name of a fact and its moment. */
public record Happened(String type, Instant at) {}
