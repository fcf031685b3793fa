package io.doorstep.command.outside;

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
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * 签名推送。 Calls the one address that the operator set, with a signature, and no other: no redirect is followed, and where the
 * name leads is looked at before every call.
 */
public final class SignedCall {

    private static final int SHORTEST_SECRET = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Optional<URI> address;
    private final byte[] secret;
    private final boolean internal;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    /**
     * A call that may be made; throws when the settings do not allow one.
     *
     * @param settings what the names of the settings begin with, for who has to mend them
     * @param url blank when nobody is called
     * @param internal whether the address stands in this house: private addresses and plain http are allowed then
     */
    public SignedCall(String settings, String url, String secret, boolean internal, Clock clock) {
        this.address = url.isBlank() ? Optional.empty() : Optional.of(URI.create(url));
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.internal = internal;
        this.clock = clock;
        this.address.ifPresent(to -> check(settings, to));
    }

    public boolean isSet() {
        return address.isPresent();
    }

    /**
     * Calls with a body.
     *
     * @param delivery the same whenever the same call is made again
     */
    public void post(String delivery, String contentType, String body) throws NotSent {
        var to = address.orElseThrow(() -> NotSent.certainly("NO_SERVER"));
        mayGoTo(to);
        var stamp = String.valueOf(clock.instant().getEpochSecond());
        var request = HttpRequest.newBuilder(to)
                .timeout(PATIENCE)
                .header("Content-Type", contentType + "; charset=utf-8")
                .header("Doorstep-Delivery", delivery)
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

    private String signature(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HmacSHA256", missing);
        }
    }

    private void check(String settings, URI to) {
        @Nullable String scheme = to.getScheme();
        if (to.getHost() == null || !("https".equals(scheme) || (internal && "http".equals(scheme)))) {
            throw new IllegalStateException(settings + ".url has to be an https address with a host; http only with "
                    + settings + ".internal=true");
        }
        if (secret.length < SHORTEST_SECRET) {
            throw new IllegalStateException(settings + ".secret needs at least 32 characters");
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
