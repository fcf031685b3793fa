package io.doorstep.reminders;

import java.time.Instant;
import java.time.LocalDate;

/**
 * 提醒。 What is to be told of one last day at one rung of the ladder; it names nobody.
 *
 * @param number of the case
 * @param clock what was to be done, as in {@code PassedDuty}
 * @param days after the last day; negative before it
 * @param level a constant of {@code Rung.Level}
 * @param policy version of the rules that the rung is from
 */
public record Reminder(
        String id,
        String caseId,
        String number,
        String clock,
        int cycle,
        LocalDate lastDay,
        int days,
        String level,
        String policy,
        Instant madeAt) {}
