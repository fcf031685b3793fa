package io.doorstep.command.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.doorstep.command.outside.NotSent;
import io.doorstep.command.testing.CommandSide;
import io.doorstep.reminders.Carrier;
import io.doorstep.reminders.Outbox;
import io.doorstep.reminders.Outbox.Bundle;
import io.doorstep.reminders.Reminder;
import io.doorstep.reminders.ReminderWords;
import io.doorstep.testing.Databases;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class GatewayTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private static CommandSide side;

    @BeforeAll
    static void start() {
        side = CommandSide.on(Databases.h2Url());
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @Test
    void a_refusal_is_certain_and_a_redirect_is_none_that_is_followed() throws Exception {
        var asked = new ArrayList<String>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            asked.add(call.getRequestURI().getPath());
            call.getResponseHeaders().add("Location", "/elsewhere");
            call.sendResponseHeaders(call.getRequestURI().getPath().equals("/moved") ? 307 : 500, -1);
            call.close();
        });
        server.start();
        try {
            var base = "http://127.0.0.1:" + server.getAddress().getPort();
            for (var path : List.of("/moved", "/broken")) {
                var failed = failure(gateway(base + path, true));
                assertThat(failed.failure()).isEqualTo("REFUSED");
                assertThat(failed.certain()).isTrue();
            }
            assertThat(asked).containsExactly("/moved", "/broken");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void where_nobody_listens_nothing_went() throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var failed = failure(gateway("http://127.0.0.1:" + port + "/", true));
        assertThat(failed.failure()).isEqualTo("CONNECT");
        assertThat(failed.certain()).isTrue();
    }

    @Test
    void who_hangs_up_after_the_call_may_have_heard_it() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var listening = CompletableFuture.runAsync(() -> hearAndHangUp(server));
            var failed = failure(gateway("http://127.0.0.1:" + server.getLocalPort() + "/", true));
            assertThat(failed.failure()).isEqualTo("UNCERTAIN");
            assertThat(failed.certain()).isFalse();
            listening.join();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://10.1.2.3/",
                "https://192.168.1.1/",
                "https://100.64.0.9/",
                "https://[fd00::1]/",
                "https://localhost/"
            })
    void the_house_is_not_called_unless_the_operator_says_so(String url) {
        assertThat(failure(gateway(url, false)).failure()).isEqualTo("ADDRESS_NOT_ALLOWED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://169.254.169.254/latest", "https://[fe80::1]/", "https://0.0.0.0/", "https://224.0.0.1/"
            })
    void some_addresses_are_never_called(String url) {
        assertThat(failure(gateway(url, true)).failure()).isEqualTo("ADDRESS_NOT_ALLOWED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://gateway.example/", "ftp://gateway.example/", "https:///path", "file:///etc/passwd"})
    void what_is_no_https_address_stops_the_start(String url) {
        assertThatThrownBy(() -> gateway(url, false)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_short_secret_stops_the_start() {
        assertThatThrownBy(() -> new Gateway(
                        "https://gateway.example/",
                        "short",
                        false,
                        side.bean(Outbox.class),
                        side.bean(ReminderWords.class),
                        JsonMapper.builder().build(),
                        Clock.systemUTC()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("32");
    }

    private static Gateway gateway(String url, boolean internal) {
        return new Gateway(
                url,
                SECRET,
                internal,
                side.bean(Outbox.class),
                side.bean(ReminderWords.class),
                JsonMapper.builder().build(),
                Clock.systemUTC());
    }

    private static NotSent failure(Gateway gateway) {
        return catchThrowableOfType(NotSent.class, () -> gateway.call(bundle(Carrier.WEBHOOK, Outside.GATEWAY)));
    }

    static Bundle bundle(Carrier carrier, String recipient) {
        return new Bundle(
                "bundle",
                carrier,
                recipient,
                List.of(new Reminder(
                        "r-1",
                        "c-1",
                        "430525-2026-000001",
                        "HANDLING",
                        1,
                        LocalDate.of(2026, 11, 20),
                        1,
                        "URGE",
                        "national-1",
                        Instant.EPOCH)));
    }

    private static void hearAndHangUp(ServerSocket server) {
        // the client tries again on a connection that broke: whoever heard once may hear twice, which is why it is not
        // certain
        try {
            server.setSoTimeout(5000);
            while (true) {
                try (var call = server.accept()) {
                    var heard = call.getInputStream().read(new byte[4096]);
                    if (heard < 0) {
                        return;
                    }
                }
            }
        } catch (IOException nobodyElse) {
            // done
        }
    }
}
