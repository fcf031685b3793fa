package io.doorstep.weeks;

import java.time.LocalDate;

/** 安排。 A case that a leader visits on a day. */
public record Placed(String caseId, String leader, LocalDate day) {}
