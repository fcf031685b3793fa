package io.doorstep.reminders;

import java.time.Instant;

/**
 * 搁置的提醒。 A message that waits for a person's decision; without the case, for whoever keeps the machine need not know it.
 *
 * @param failure what went wrong, as a word of the bundles
 */
public record Parked(
        String reminderId, Carrier carrier, String recipient, int attempts, Instant since, String failure) {}
