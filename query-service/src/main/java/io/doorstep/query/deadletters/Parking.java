package io.doorstep.query.deadletters;

import java.time.Instant;

/** 搁置决定。 That somebody decided to leave a case's letters where they are. */
public record Parking(String reason, String by, Instant at) {}
