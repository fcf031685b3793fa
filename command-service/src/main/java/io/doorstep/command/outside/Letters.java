package io.doorstep.command.outside;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** 信函。 Sends mails by the house's server, and says of one that did not go whether that is certain. */
public record Letters(Optional<JavaMailSender> post, String from) {

    /** Of the codes of SMTP (RFC 5321, 4.2), those from here on say no. */
    private static final int LEAST_REFUSAL = 400;

    /**
     * 一封信。 A mail to one address.
     *
     * @param delivery the same whenever the same mail is sent again
     * @param enclosure text of a file that goes along
     */
    public record Letter(
            String delivery,
            String to,
            String subject,
            String text,
            @Nullable String fileName,
            @Nullable String enclosure) {}

    /** Sends one. */
    public void send(Letter letter) throws NotSent {
        var sender = post.orElseThrow(() -> NotSent.certainly("NO_SERVER"));
        try {
            var mail = sender.createMimeMessage();
            var parts = new MimeMessageHelper(mail, letter.enclosure() != null, StandardCharsets.UTF_8.name());
            parts.setFrom(from);
            parts.setTo(letter.to());
            parts.setSubject(letter.subject());
            parts.setText(letter.text());
            if (letter.fileName() != null && letter.enclosure() != null) {
                parts.addAttachment(
                        letter.fileName(),
                        new ByteArrayResource(letter.enclosure().getBytes(StandardCharsets.UTF_8)),
                        "text/plain");
            }
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setHeader("Doorstep-Delivery", letter.delivery());
            sender.send(mail);
        } catch (MailAuthenticationException refused) {
            throw NotSent.certainly("LOGIN");
        } catch (MailSendException failed) {
            throw because(failed);
        } catch (MailException | MessagingException malformed) {
            throw NotSent.certainly("MALFORMED");
        }
    }

    /** Without a connection nothing went; with a refusal neither; otherwise it may have been taken before the line broke. */
    private static NotSent because(MailSendException failed) {
        var each = List.of(failed.getMessageExceptions());
        if (!each.isEmpty() && each.stream().allMatch(one -> one == failed.getCause())) {
            // as the sender tells that it never got through to the server
            return NotSent.certainly("CONNECT");
        }
        return !each.isEmpty() && each.stream().allMatch(Letters::refused)
                ? NotSent.certainly("REFUSED")
                : NotSent.perhaps();
    }

    /** Whether the server said no; a line that breaks is told as a failure to send, too, but without its answer. */
    private static boolean refused(Exception failure) {
        return failure instanceof SendFailedException
                && !(failure instanceof SMTPSendFailedException answer && answer.getReturnCode() < LEAST_REFUSAL);
    }
}
