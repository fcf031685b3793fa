package io.doorstep.command.proof;

import io.doorstep.command.outside.Letters;
import io.doorstep.command.outside.Letters.Letter;
import io.doorstep.command.outside.NotSent;
import io.doorstep.command.outside.SignedCall;
import io.doorstep.proof.kept.CheckpointPost;
import io.doorstep.proof.kept.CheckpointPost.Message;
import io.doorstep.proof.kept.CheckpointPost.Way;
import io.doorstep.proof.kept.Sections;
import io.doorstep.reminders.Carrier;
import io.doorstep.reminders.MailAddresses;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** 检查点外送。 Sends each checkpoint to the addresses of mail and to the one that is called, as the operator set them. */
@Component
public class CheckpointSender {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointSender.class);

    private final CheckpointPost post;
    private final Sections sections;
    private final Letters letters;
    private final SignedCall call;
    private final List<Way> ways;
    private final MessageSource messages;

    CheckpointSender(
            CheckpointPost post,
            Sections sections,
            ObjectProvider<JavaMailSender> sender,
            MessageSource messages,
            Clock clock,
            @Value("${doorstep.reminders.mail.from:}") String from,
            @Value("${doorstep.proof.mail.to:}") String[] to,
            @Value("${doorstep.proof.webhook.url:}") String url,
            @Value("${doorstep.proof.webhook.secret:}") String secret,
            @Value("${doorstep.proof.webhook.internal:false}") boolean internal) {
        this.post = post;
        this.sections = sections;
        this.messages = messages;
        this.letters = new Letters(Optional.ofNullable(sender.getIfAvailable()), from);
        this.call = new SignedCall("doorstep.proof.webhook", url, secret, internal, clock);
        this.ways = ways(to, url);
    }

    private List<Way> ways(String[] to, String url) {
        var addresses = Arrays.stream(to)
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
        if (!addresses.stream().allMatch(MailAddresses::isOne)
                || (!addresses.isEmpty() && letters.post().isEmpty())) {
            throw new IllegalStateException(
                    "doorstep.proof.mail.to has to be addresses of mail, and needs a mail server (spring.mail.host)");
        }
        var mails = addresses.stream().map(one -> new Way(Carrier.MAIL, one));
        // the host alone: a path may hold a secret, and the page of proofs shows it
        var calls = call.isSet()
                ? Stream.of(new Way(Carrier.WEBHOOK, URI.create(url).getHost()))
                : Stream.<Way>empty();
        return Stream.concat(mails, calls).toList();
    }

    @Scheduled(
            initialDelayString = "${doorstep.proof.send-first-after:PT45S}",
            fixedDelayString = "${doorstep.proof.send-every:PT1M}")
    public void scheduled() {
        send();
    }

    /** Sends what is due; answers how many went. */
    public int send() {
        ways.forEach(post::enter);
        var sent = 0;
        for (var one : ways.isEmpty() ? List.<Message>of() : post.due()) {
            if (ways.contains(new Way(one.carrier(), one.recipient())) && post.take(one) && went(one)) {
                sent++;
            }
        }
        return sent;
    }

    private boolean went(Message one) {
        try {
            if (one.carrier() == Carrier.MAIL) {
                letters.send(letter(one));
            } else {
                call.post(delivery(one), "text/plain", text(one));
            }
            post.sent(one);
            return true;
        } catch (NotSent failed) {
            LOG.warn("the checkpoint of {} facts did not go by {}: {}", one.size(), one.carrier(), failed.failure());
            post.notSent(one, failed.failure());
            return false;
        }
    }

    private Letter letter(Message one) {
        var told = Stream.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)
                .map(locale -> word("proof.post.text", locale, one.size()))
                .collect(Collectors.joining("\n\n"));
        return new Letter(
                delivery(one),
                one.recipient(),
                word("proof.post.subject", Locale.SIMPLIFIED_CHINESE, one.size()) + " / "
                        + word("proof.post.subject", Locale.ENGLISH, one.size()),
                told + "\n\n" + sections.shortText(one.size()).orElseThrow(),
                delivery(one) + ".txt",
                text(one));
    }

    private String word(String key, Locale locale, long size) {
        return messages.getMessage(key, new Object[] {Long.toString(size)}, locale);
    }

    private String text(Message one) {
        return sections.text(one.size()).orElseThrow();
    }

    private static String delivery(Message one) {
        return "checkpoint-%012d".formatted(one.size());
    }
}
