package io.doorstep.command.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.doorstep.command.outside.NotSent;
import io.doorstep.command.testing.CommandSide;
import io.doorstep.reminders.Carrier;
import io.doorstep.reminders.MailAddresses;
import io.doorstep.reminders.ReminderWords;
import io.doorstep.testing.Databases;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailTest {

    private static final String ADDRESS = "li@county.example";

    private static CommandSide side;

    @BeforeAll
    static void start() {
        side = CommandSide.on(Databases.h2Url());
        side.jdbc().sql("""
                insert into account (id, name, roles, enabled, password_hash, password_changed_at, password_temporary,
                                     created_at, mail)
                values ('li', 'Li', 'HANDLER', true, '', current_timestamp, false, current_timestamp, ?)
                """).param(ADDRESS).update();
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @Test
    void one_mail_tells_all_in_both_languages_and_names_nobody() throws Exception {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            mail(server.getSmtp().getPort()).send(GatewayTest.bundle(Carrier.MAIL, "li"));
            var letter = server.getReceivedMessages()[0];
            assertThat(letter.getSubject()).contains("1").contains("/");
            assertThat(letter.getAllRecipients()[0]).hasToString(ADDRESS);
            assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(letter.getContent().toString())
                    .contains(
                            "430525-2026-000001",
                            "2026-11-20",
                            "过期第 1 天",
                            "day 1 after it",
                            "https://doorstep.example/reminders")
                    .doesNotContain("li");
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource({
        "550, RCPT, REFUSED, true",
        "451, MAIL, REFUSED, true",
        "554, END, REFUSED, true",
        "hang up, END, UNCERTAIN, false"
    })
    void what_the_server_says_tells_whether_it_went(String answer, String to, String failure, boolean certain)
            throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var listening = CompletableFuture.runAsync(() -> talk(server, answer, to));
            var failed = catchThrowableOfType(
                    NotSent.class, () -> mail(server.getLocalPort()).send(GatewayTest.bundle(Carrier.MAIL, "li")));
            assertThat(failed.failure()).isEqualTo(failure);
            assertThat(failed.certain()).isEqualTo(certain);
            listening.join();
        }
    }

    @Test
    void without_a_server_nothing_went() throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var failed = catchThrowableOfType(NotSent.class, () -> mail(port).send(GatewayTest.bundle(Carrier.MAIL, "li")));
        assertThat(failed.failure()).isEqualTo("CONNECT");
        assertThat(failed.certain()).isTrue();
    }

    @Test
    void a_server_without_a_sender_stops_the_start() {
        assertThatThrownBy(() -> CommandSide.on(Databases.h2Url(), "spring.mail.host=127.0.0.1"))
                .hasStackTraceContaining("doorstep.reminders.mail.from");
    }

    @ParameterizedTest
    @CsvSource({
        "li@county.example, true",
        "li.wang+1@a-b.gov.cn, true",
        "li, false",
        "li@, false",
        "'li@county.example,wang@county.example', false",
        "'li@county.example\nBcc: x@example.org', false",
        "'Li <li@county.example>', false"
    })
    void an_address_is_one_address(String text, boolean is) {
        assertThat(MailAddresses.isOne(text)).isEqualTo(is);
    }

    private static Mail mail(int port) {
        var post = new JavaMailSenderImpl();
        post.setHost("127.0.0.1");
        post.setPort(port);
        return new Mail(
                new StaticListableBeanFactory(Map.of("post", post)).getBeanProvider(JavaMailSender.class),
                side.bean(MailAddresses.class),
                side.bean(ReminderWords.class),
                "doorstep@county.example",
                "https://doorstep.example");
    }

    /** As much SMTP as a client needs, with one answer that is not as it should be. */
    private static void talk(ServerSocket server, String answer, String to) {
        try (var call = server.accept()) {
            var in = new BufferedReader(new InputStreamReader(call.getInputStream(), StandardCharsets.US_ASCII));
            var out = call.getOutputStream();
            out.write("220 here\r\n".getBytes(StandardCharsets.US_ASCII));
            var inLetter = false;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (inLetter && !line.equals(".")) {
                    continue;
                }
                var said = inLetter ? "END" : line.substring(0, 4).strip();
                inLetter = said.equals("DATA");
                if (said.equals(to) && answer.equals("hang up")) {
                    return;
                }
                var reply = said.equals(to) ? answer + " no" : inLetter ? "354 go on" : "250 ok";
                out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException gone) {
            // the client hung up
        }
    }
}
