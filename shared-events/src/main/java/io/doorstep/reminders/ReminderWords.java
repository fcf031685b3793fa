package io.doorstep.reminders;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** 提醒的话。 What a reminder says, in one language: the number of the case, what is to be done and by when; no person's data. */
public final class ReminderWords {

    private final MessageSource messages;

    public ReminderWords(MessageSource messages) {
        this.messages = messages;
    }

    /** One line. */
    public String of(Reminder one, Locale locale) {
        var when = one.days() < 0 ? "before" : one.days() == 0 ? "on" : "after";
        return messages.getMessage(
                "reminder." + when,
                new Object[] {
                    one.number(),
                    messages.getMessage("clock." + one.clock(), null, one.clock(), locale),
                    one.lastDay().toString(),
                    Math.abs(one.days()),
                    messages.getMessage("RungLevel." + one.level(), null, one.level(), locale)
                },
                locale);
    }

    public String word(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
