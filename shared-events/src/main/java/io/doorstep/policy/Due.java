package io.doorstep.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 到期日。 The last local day of a period, as stored in facts.
 *
 * @param lastDay null when the calendar of a year that it needs is unknown; the period ends at 24:00 of it
 * @param policyVersion the {@link Policy} that it was computed under
 */
public record Due(@Nullable LocalDate lastDay, String policyVersion) {}
