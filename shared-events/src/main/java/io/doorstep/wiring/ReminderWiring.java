package io.doorstep.wiring;

import io.doorstep.reminders.MailAddresses;
import io.doorstep.reminders.Outbox;
import io.doorstep.reminders.ReminderBook;
import io.doorstep.reminders.ReminderWords;
import java.time.Clock;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reminders, and what leaves the house of them. */
@Configuration
class ReminderWiring {

    @Bean
    ReminderBook reminderBook(JdbcClient jdbc, Clock clock) {
        return new ReminderBook(jdbc, clock);
    }

    @Bean
    Outbox outbox(JdbcClient jdbc, Clock clock) {
        return new Outbox(jdbc, clock);
    }

    @Bean
    MailAddresses mailAddresses(JdbcClient jdbc) {
        return new MailAddresses(jdbc);
    }

    @Bean
    ReminderWords reminderWords(MessageSource messages) {
        return new ReminderWords(messages);
    }
}
