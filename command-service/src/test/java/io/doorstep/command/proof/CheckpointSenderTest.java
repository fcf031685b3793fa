package io.doorstep.command.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import io.doorstep.command.testing.CommandSide;
import io.doorstep.proof.check.CheckpointText;
import io.doorstep.proof.kept.CheckpointPost;
import io.doorstep.proof.kept.Checkpoints;
import io.doorstep.proof.kept.FactLedger;
import io.doorstep.proof.kept.Sections;
import io.doorstep.reminders.MessageState;
import io.doorstep.testing.Databases;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMultipart;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 检查点外送。 */
class CheckpointSenderTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private record Heard(String delivery, String stamp, String signature, String body) {}

    @ParameterizedTest
    @MethodSource("io.doorstep.command.testing.CommandSide#databases")
    void a_checkpoint_goes_to_every_address_once_and_is_the_same_everywhere(String url) throws Exception {
        var heard = new ArrayList<Heard>();
        var answers = new ArrayList<>(List.of(500, 204, 204));
        var web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", call -> {
            heard.add(new Heard(
                    call.getRequestHeaders().getFirst("Doorstep-Delivery"),
                    call.getRequestHeaders().getFirst("Doorstep-Timestamp"),
                    call.getRequestHeaders().getFirst("Doorstep-Signature"),
                    new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            call.sendResponseHeaders(answers.remove(0), -1);
            call.close();
        });
        web.start();
        var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try (var side = CommandSide.on(
                url,
                "doorstep.proof.send-first-after=PT1H",
                "doorstep.proof.every=PT1H",
                "spring.mail.host=127.0.0.1",
                "spring.mail.port=" + mail.getSmtp().getPort(),
                "doorstep.reminders.mail.from=doorstep@county.example",
                "doorstep.proof.mail.to=archive@county.example, notary@prefecture.example",
                "doorstep.proof.webhook.url=http://127.0.0.1:"
                        + web.getAddress().getPort() + "/keep",
                "doorstep.proof.webhook.secret=" + SECRET,
                "doorstep.proof.webhook.internal=true")) {
            var sender = side.bean(CheckpointSender.class);
            assertThat(sender.send()).isZero();
            checkpoint(side, 0, 3);
            assertThat(sender.send()).as("the call was refused").isEqualTo(2);
            assertThat(sender.send()).as("and is not made again at once").isZero();
            var whole = side.bean(Sections.class).text(3).orElseThrow();

            var letters = mail.getReceivedMessages();
            assertThat(letters).hasSize(2);
            assertThat(letters[0].getSubject()).contains("存证检查点：3", "Checkpoint");
            var parts = (MimeMultipart) letters[0].getContent();
            var words = text(letters[0]);
            assertThat(words).contains("请原样留存").contains("Please keep it");
            var found = CheckpointText.findIn("> 转发 fwd\n" + words.replace("\n", "\n> "));
            assertThat(found).hasSize(1);
            assertThat(found.get(0).section().signed().checkpoint().size()).isEqualTo(3);
            assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("checkpoint-000000000003.txt");
            assertThat(parts.getBodyPart(1).getContent().toString().replace("\r", ""))
                    .isEqualTo(whole);

            var post = side.bean(CheckpointPost.class);
            assertThat(post.latest(9))
                    .extracting(CheckpointPost.Message::state)
                    .containsExactlyInAnyOrder(MessageState.SENT, MessageState.SENT, MessageState.WAITING);
            later(side);
            assertThat(sender.send()).isEqualTo(1);
            var call = heard.get(1);
            assertThat(call.body()).isEqualTo(whole);
            assertThat(call.delivery()).isEqualTo(heard.get(0).delivery()).isEqualTo("checkpoint-000000000003");
            assertThat(call.signature()).isEqualTo("v1=" + hmac(call.stamp() + "." + call.body()));

            checkpoint(side, 3, 5);
            assertThat(sender.send()).isEqualTo(3);
            assertThat(mail.getReceivedMessages()).hasSize(4);
        } finally {
            mail.stop();
            web.stop(0);
        }
    }

    @Test
    void what_fails_too_often_waits_for_a_person() {
        try (var side = CommandSide.on(
                Databases.h2Url(),
                "doorstep.proof.send-first-after=PT1H",
                "doorstep.proof.every=PT1H",
                "doorstep.proof.webhook.url=https://127.0.0.1/keep",
                "doorstep.proof.webhook.secret=" + SECRET)) {
            checkpoint(side, 0, 2);
            var sender = side.bean(CheckpointSender.class);
            var post = side.bean(CheckpointPost.class);
            for (var attempt = 1; attempt <= 8; attempt++) {
                assertThat(post.parked()).isZero();
                assertThat(sender.send()).isZero();
                later(side);
            }
            assertThat(post.parked()).isEqualTo(1);
            assertThat(post.latest(1).get(0).failure()).isEqualTo("ADDRESS_NOT_ALLOWED");
            assertThat(post.latest(1).get(0).recipient())
                    .as("no path, which may hold a secret")
                    .isEqualTo("127.0.0.1");
            assertThat(post.sendAgain()).isEqualTo(1);
            assertThat(post.parked()).isZero();
        }
    }

    @Test
    void addresses_without_a_mail_server_stop_the_start() {
        assertThatThrownBy(() -> CommandSide.on(Databases.h2Url(), "doorstep.proof.mail.to=archive@county.example"))
                .hasStackTraceContaining("doorstep.proof.mail.to");
    }

    private static String text(Message letter) throws Exception {
        return text(letter.getContent());
    }

    private static String text(Object content) throws Exception {
        return content instanceof MimeMultipart parts
                ? text(parts.getBodyPart(0).getContent())
                : content.toString();
    }

    private static String hmac(String text) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void later(CommandSide side) {
        side.jdbc()
                .sql("update checkpoint_message set not_before = changed_at where state = 'WAITING'")
                .update();
    }

    private static void checkpoint(CommandSide side, int from, int to) {
        for (var number = from; number < to; number++) {
            side.jdbc()
                    .sql("""
                            insert into aggregate_event_entry (identifier, aggregate_type, aggregate_identifier,
                                aggregate_sequence_number, type, version, timestamp, payload, metadata)
                            values (?, 'Case', 'c', ?, 'io.doorstep.events.cases.ProgressNoted', '1',
                                '2026-11-22T04:00:00Z', ?, ?)
                            """)
                    .params(UUID.randomUUID().toString(), number, new byte[] {1}, new byte[] {2})
                    .update();
        }
        side.bean(FactLedger.class).chainAll(10);
        side.bean(Checkpoints.class).make();
    }
}
