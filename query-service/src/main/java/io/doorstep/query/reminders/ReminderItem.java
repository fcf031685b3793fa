package io.doorstep.query.reminders;

import java.time.Instant;
import java.time.LocalDate;

/**
 * 一条提醒。 What the reader was told of a case that he may know of.
 *
 * @param clock what is to be done
 * @param days after the last day at which he was told; negative before it
 * @param daysLeft calendar days from today to the last day; negative when it is past
 * @param level a constant of {@code Rung.Level}
 * @param open whether it is not done yet
 * @param read whether he said that he knows
 */
record ReminderItem(
        String id,
        String caseId,
        String number,
        String title,
        String clock,
        LocalDate lastDay,
        int days,
        long daysLeft,
        String level,
        Instant at,
        boolean open,
        boolean read) {}
