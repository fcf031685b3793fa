package io.doorstep.command.reminders;

import io.doorstep.reminders.Outbox;
import io.doorstep.reminders.Outbox.Bundle;
import io.doorstep.reminders.Reminder;
import io.doorstep.reminders.ReminderWords;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * 推送网关。 Calls the one address that the operator set, with a signature, and no other: no redirect is followed, and where the
 * name leads is looked at before every call.
 */
@Component
class Gateway {

    private static final int SHORTEST_SECRET = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Optional<URI> address;
    private final byte[] secret;
    private final boolean internal;
    private final Outbox outbox;
    private final ReminderWords words;
    private final JsonMapper json;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    Gateway(
            @Value("${doorstep.reminders.webhook.url:}") String url,
            @Value("${doorstep.reminders.webhook.secret:}") String secret,
            @Value("${doorstep.reminders.webhook.internal:false}") boolean internal,
            Outbox outbox,
            ReminderWords words,
            JsonMapper json,
            Clock clock) {
        this.address = url.isBlank() ? Optional.empty() : Optional.of(URI.create(url));
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.internal = internal;
        this.outbox = outbox;
        this.words = words;
        this.json = json;
        this.clock = clock;
        this.address.ifPresent(this::check);
    }

    /**
     * What the gateway is told; no person but the accounts that were told.
     *
     * @param id the same whenever the same call is made again
     */
    record Call(String id, List<Line> reminders) {}

    record Line(
            String id,
            String number,
            String clock,
            String lastDay,
            int days,
            String level,
            String zh,
            String en,
            List<String> told) {}

    boolean isSet() {
        return address.isPresent();
    }

    void call(Bundle bundle) throws NotSent {
        var to = address.orElseThrow(() -> NotSent.certainly("NO_SERVER"));
        mayGoTo(to);
        var body = json.writeValueAsString(new Call(
                bundle.id(), bundle.reminders().stream().map(this::line).toList()));
        var stamp = String.valueOf(clock.instant().getEpochSecond());
        var request = HttpRequest.newBuilder(to)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Doorstep-Delivery", bundle.id())
                .header("Doorstep-Timestamp", stamp)
                .header("Doorstep-Signature", "v1=" + signature(stamp + "." + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var status = send(request);
        if (status < 200 || status > 299) {
            throw NotSent.certainly("REFUSED");
        }
    }

    private int send(HttpRequest request) throws NotSent {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (ConnectException | HttpConnectTimeoutException unreachable) {
            throw NotSent.certainly("CONNECT");
        } catch (IOException broken) {
            throw NotSent.perhaps();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw NotSent.perhaps();
        }
    }

    private Line line(Reminder one) {
        return new Line(
                one.id(),
                one.number(),
                one.clock(),
                one.lastDay().toString(),
                one.days(),
                one.level(),
                words.of(one, Locale.SIMPLIFIED_CHINESE),
                words.of(one, Locale.ENGLISH),
                outbox.told(one.id()));
    }

    private String signature(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HmacSHA256", missing);
        }
    }

    private void check(URI to) {
        @Nullable String scheme = to.getScheme();
        if (to.getHost() == null || !("https".equals(scheme) || (internal && "http".equals(scheme)))) {
            throw new IllegalStateException("doorstep.reminders.webhook.url has to be an https address with a host;"
                    + " http only with doorstep.reminders.webhook.internal=true");
        }
        if (secret.length < SHORTEST_SECRET) {
            throw new IllegalStateException("doorstep.reminders.webhook.secret needs at least 32 characters");
        }
    }

    /** Metadata services of clouds are never called, this house's own network only when the operator says so. */
    private void mayGoTo(URI to) throws NotSent {
        try {
            for (var leads : InetAddress.getAllByName(to.getHost())) {
                var never = leads.isLinkLocalAddress() || leads.isAnyLocalAddress() || leads.isMulticastAddress();
                if (never || (!internal && isOfTheHouse(leads))) {
                    throw NotSent.certainly("ADDRESS_NOT_ALLOWED");
                }
            }
        } catch (UnknownHostException unknown) {
            throw NotSent.certainly("CONNECT");
        }
    }

    private static boolean isOfTheHouse(InetAddress leads) {
        var bytes = leads.getAddress();
        var uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        var shared = bytes.length == 4 && (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64;
        return leads.isLoopbackAddress() || leads.isSiteLocalAddress() || uniqueLocal || shared;
    }
}
