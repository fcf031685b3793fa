package io.doorstep.command.reminders;

import io.doorstep.command.outside.Letters;
import io.doorstep.command.outside.Letters.Letter;
import io.doorstep.command.outside.NotSent;
import io.doorstep.reminders.MailAddresses;
import io.doorstep.reminders.Outbox.Bundle;
import io.doorstep.reminders.Reminder;
import io.doorstep.reminders.ReminderWords;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** 邮件。 All that waits for somebody in one mail, 中文 first and English below. */
@Component
class Mail {

    private final Letters letters;
    private final MailAddresses addresses;
    private final ReminderWords words;
    private final String site;

    Mail(
            ObjectProvider<JavaMailSender> post,
            MailAddresses addresses,
            ReminderWords words,
            @Value("${doorstep.reminders.mail.from:}") String from,
            @Value("${doorstep.reminders.site:}") String site) {
        this.letters = new Letters(Optional.ofNullable(post.getIfAvailable()), from);
        this.addresses = addresses;
        this.words = words;
        this.site = site;
        if (letters.post().isPresent() && !MailAddresses.isOne(from)) {
            throw new IllegalStateException(
                    "doorstep.reminders.mail.from has to be the one address that reminders are mailed from");
        }
    }

    boolean reaches(String account) {
        return letters.post().isPresent() && addresses.of(account).isPresent();
    }

    void send(Bundle bundle) throws NotSent {
        var address = addresses.of(bundle.recipient()).orElseThrow(() -> NotSent.certainly("NO_ADDRESS"));
        letters.send(new Letter(
                bundle.id(),
                address,
                words.word(
                                "reminder.subject",
                                Locale.SIMPLIFIED_CHINESE,
                                bundle.reminders().size())
                        + " / "
                        + words.word(
                                "reminder.subject",
                                Locale.ENGLISH,
                                bundle.reminders().size()),
                text(bundle.reminders()),
                null,
                null));
    }

    private String text(List<Reminder> reminders) {
        return Stream.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)
                .map(locale -> reminders.stream()
                                .map(one -> "· " + words.of(one, locale))
                                .collect(Collectors.joining("\n"))
                        + "\n\n" + words.word("reminder.foot", locale)
                        + (site.isBlank() ? "" : "\n" + site + "/reminders"))
                .collect(Collectors.joining("\n\n——\n\n"));
    }
}
