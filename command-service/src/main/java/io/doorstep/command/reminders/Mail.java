package io.doorstep.command.reminders;

import io.doorstep.reminders.MailAddresses;
import io.doorstep.reminders.Outbox.Bundle;
import io.doorstep.reminders.Reminder;
import io.doorstep.reminders.ReminderWords;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** 邮件。 All that waits for somebody in one mail, 中文 first and English below. */
@Component
class Mail {

    /** Of the codes of SMTP (RFC 5321, 4.2), those from here on say no. */
    private static final int LEAST_REFUSAL = 400;

    private final Optional<JavaMailSender> post;
    private final MailAddresses addresses;
    private final ReminderWords words;
    private final String from;
    private final String site;

    Mail(
            ObjectProvider<JavaMailSender> post,
            MailAddresses addresses,
            ReminderWords words,
            @Value("${doorstep.reminders.mail.from:}") String from,
            @Value("${doorstep.reminders.site:}") String site) {
        this.post = Optional.ofNullable(post.getIfAvailable());
        this.addresses = addresses;
        this.words = words;
        this.from = from;
        this.site = site;
        if (this.post.isPresent() && !MailAddresses.isOne(from)) {
            throw new IllegalStateException(
                    "doorstep.reminders.mail.from has to be the one address that reminders are mailed from");
        }
    }

    boolean reaches(String account) {
        return post.isPresent() && addresses.of(account).isPresent();
    }

    void send(Bundle bundle) throws NotSent {
        var address = addresses.of(bundle.recipient()).orElseThrow(() -> NotSent.certainly("NO_ADDRESS"));
        var sender = post.orElseThrow(() -> NotSent.certainly("NO_SERVER"));
        try {
            var mail = sender.createMimeMessage();
            var parts = new MimeMessageHelper(mail, false, StandardCharsets.UTF_8.name());
            parts.setFrom(from);
            parts.setTo(address);
            parts.setSubject(words.word(
                            "reminder.subject",
                            Locale.SIMPLIFIED_CHINESE,
                            bundle.reminders().size())
                    + " / "
                    + words.word(
                            "reminder.subject",
                            Locale.ENGLISH,
                            bundle.reminders().size()));
            parts.setText(text(bundle.reminders()));
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setHeader("Doorstep-Delivery", bundle.id());
            sender.send(mail);
        } catch (MailAuthenticationException refused) {
            throw NotSent.certainly("LOGIN");
        } catch (MailSendException failed) {
            throw because(failed);
        } catch (MailException | MessagingException malformed) {
            throw NotSent.certainly("MALFORMED");
        }
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

    /** Without a connection nothing went; with a refusal neither; otherwise it may have been taken before the line broke. */
    private static NotSent because(MailSendException failed) {
        var each = List.of(failed.getMessageExceptions());
        if (!each.isEmpty() && each.stream().allMatch(one -> one == failed.getCause())) {
            // as the sender tells that it never got through to the server
            return NotSent.certainly("CONNECT");
        }
        return !each.isEmpty() && each.stream().allMatch(Mail::refused)
                ? NotSent.certainly("REFUSED")
                : NotSent.perhaps();
    }

    /** Whether the server said no; a line that breaks is told as a failure to send, too, but without its answer. */
    private static boolean refused(Exception failure) {
        return failure instanceof SendFailedException
                && !(failure instanceof SMTPSendFailedException answer && answer.getReturnCode() < LEAST_REFUSAL);
    }
}
