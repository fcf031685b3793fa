package io.doorstep.query.asof;

import java.time.Instant;

/** 关联。 How this case stands to another, as a person decided; {@code link} is a constant of {@code LinkKind}. */
public record Link(String otherCaseId, String link, Instant at) {}
