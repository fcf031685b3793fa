package io.doorstep.standalone.year;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 收件方。 A mail server and a gateway, which remember all that they were given; the mail server can be down. */
final class Receivers implements AutoCloseable {

    static final String SECRET = "a-secret-of-at-least-32-characters";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final int mailPort;
    private final HttpServer gateway;
    private final Map<String, Integer> lines = new TreeMap<>();
    private final List<JsonNode> calls = new CopyOnWriteArrayList<>();
    private final List<String> badSignatures = new CopyOnWriteArrayList<>();
    private int mails;
    private @Nullable GreenMail server;

    Receivers() throws IOException {
        try (var free = new ServerSocket(0)) {
            mailPort = free.getLocalPort();
        }
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/reminders", this::receive);
        gateway.start();
        up();
    }

    String[] settings() {
        return new String[] {
            "--spring.mail.host=127.0.0.1",
            "--spring.mail.port=" + mailPort,
            "--doorstep.reminders.mail.from=doorstep@county.example",
            "--doorstep.reminders.webhook.url=http://127.0.0.1:"
                    + gateway.getAddress().getPort() + "/reminders",
            "--doorstep.reminders.webhook.internal=true",
            "--doorstep.reminders.webhook.secret=" + SECRET
        };
    }

    void up() {
        var mail = new GreenMail(new ServerSetup(mailPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        server = mail;
    }

    /** Ends the mail server, with its letters read. */
    void down() {
        var mail = server;
        if (mail != null) {
            for (var letter : mail.getReceivedMessages()) {
                read(letter);
            }
            mail.stop();
            server = null;
        }
    }

    int mails() {
        return mails;
    }

    /** How often each line came to each address, as "address line". */
    Map<String, Integer> lines() {
        return lines;
    }

    List<JsonNode> calls() {
        return calls;
    }

    List<String> badSignatures() {
        return badSignatures;
    }

    private void read(MimeMessage letter) {
        try {
            mails++;
            var to = letter.getAllRecipients()[0].toString();
            letter.getContent()
                    .toString()
                    .lines()
                    .filter(line -> line.startsWith("· ") && line.contains("案件"))
                    .forEach(line -> lines.merge(to + " " + line.strip(), 1, Integer::sum));
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private void receive(HttpExchange call) throws IOException {
        var body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var stamp = call.getRequestHeaders().getFirst("Doorstep-Timestamp");
        if (!("v1=" + signature(stamp + "." + body))
                .equals(call.getRequestHeaders().getFirst("Doorstep-Signature"))) {
            badSignatures.add(call.getRequestHeaders().getFirst("Doorstep-Delivery"));
        }
        calls.add(JSON.readTree(body));
        call.sendResponseHeaders(204, -1);
        call.close();
    }

    private static String signature(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Override
    public void close() {
        down();
        gateway.stop(0);
    }
}
