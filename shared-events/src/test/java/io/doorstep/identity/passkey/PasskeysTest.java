package io.doorstep.identity.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.identity.Account;
import io.doorstep.identity.Accounts;
import io.doorstep.identity.guard.SecurityEvent;
import io.doorstep.identity.guard.SecurityLog;
import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import io.doorstep.testing.SetClock;
import io.doorstep.wiring.Node;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** 通行密钥。 */
class PasskeysTest {
    private static final String WANG = "wang.officer";
    private static final String PRESENT = "{\"present\": \"" + Node.PASSWORD + "\"}";

    private final SetClock clock = new SetClock(Instant.parse("2026-03-02T01:00:00Z"));

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void an_account_is_signed_in_to_with_its_passkey_until_that_is_removed(DataSource database) {
        try (var first = new Node(database, clock, Map.of());
                var second = new Node(database, clock, Map.of())) {
            first.employ(WANG, Role.HANDLER);
            var owner = signedIn(first.browser());
            var key = registered(owner);
            assertThat(owner.command("/api/me/passkeys/challenge", "{\"present\": \"not it\"}")
                            .getStatus())
                    .as("without the password")
                    .isEqualTo(400);

            var desk = second.browser();
            assertThat(signIn(desk, key)).contains("\"to\":\"/\"");
            assertThat(desk.at(first).isSignedIn()).isTrue();
            var passkeys = first.bean(Passkeys.class);
            assertThat(passkeys.of(WANG)).extracting(Passkey::label).containsExactly("办公室电脑");
            assertThat(events(first))
                    .startsWith(SecurityEvent.SIGNED_IN, SecurityEvent.NEW_DEVICE, SecurityEvent.PASSKEY_USED)
                    .contains(SecurityEvent.PASSKEY_ADDED);

            var ref = passkeys.of(WANG).get(0).ref();
            assertThat(owner.command(
                                    "/api/me/passkeys/removal",
                                    "{\"present\": \"%s\", \"ref\": \"%s\"}".formatted(Node.PASSWORD, ref))
                            .getStatus())
                    .isEqualTo(204);
            assertThat(signIn(second.browser(), key)).contains("PASSKEY_REFUSED");
            assertThat(events(first)).contains(SecurityEvent.PASSKEY_REMOVED);
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void a_signature_is_good_once_on_all_nodes_and_for_five_minutes(DataSource database) {
        try (var first = new Node(database, clock, Map.of());
                var second = new Node(database, clock, Map.of())) {
            first.employ(WANG, Role.HANDLER);
            var key = registered(signedIn(first.browser()));

            var desk = first.browser();
            var challenge = challenge(desk, "/api/sign-in/passkey/challenge", "{}");
            var kept = desk.cookie("doorstep-challenge");
            var signed = key.signed(challenge);
            assertThat(body(desk.command("/api/sign-in/passkey", signed))).contains("\"to\"");
            var thief = second.browser();
            thief.ask("/login");
            thief.keep("doorstep-challenge", kept);
            assertThat(body(thief.command("/api/sign-in/passkey", signed))).contains("PASSKEY_REFUSED");

            var slow = first.browser();
            var old = challenge(slow, "/api/sign-in/passkey/challenge", "{}");
            clock.forward(Challenges.LASTING.plus(Duration.ofSeconds(1)));
            assertThat(body(slow.command("/api/sign-in/passkey", key.signed(old))))
                    .contains("PASSKEY_REFUSED");
            assertThat(body(first.browser().elsewhere("10.9.9.9").command("/api/sign-in/passkey", signed)))
                    .as("without any challenge, and without the token of a page")
                    .contains("UNAUTHORIZED");
        }
    }

    @Test
    void an_answer_of_another_place_or_without_its_owner_or_of_a_copy_will_not_do() {
        try (var node = new Node(Databases.h2(), clock, Map.of())) {
            node.employ(WANG, Role.HANDLER);
            node.employ("li.officer", Role.HANDLER);
            var key = registered(signedIn(node.browser()));
            var faults = Map.<String, Consumer<SoftKey>>of(
                    "a page that looks like ours", it -> it.origin = "http://localhost.example:8080",
                    "another domain", it -> it.domain = "example",
                    "nobody made sure of the owner", it -> it.verifies = false,
                    "the handle of somebody else",
                            it -> it.owner = node.bean(Passkeys.class).handle("li.officer"));
            faults.forEach((why, fault) -> {
                var before = new Object[] {key.origin, key.domain, key.verifies, key.owner};
                fault.accept(key);
                assertThat(signIn(node.browser(), key)).as(why).contains("PASSKEY_REFUSED");
                key.origin = (String) before[0];
                key.domain = (String) before[1];
                key.verifies = (boolean) before[2];
                key.owner = (String) before[3];
            });
            key.count = 7;
            assertThat(signIn(node.browser(), key)).contains("\"to\"");
            assertThat(signIn(node.browser(), key))
                    .as("a copy that lags behind")
                    .contains("PASSKEY_REFUSED");
            key.count = 8;
            assertThat(signIn(node.browser(), key)).contains("\"to\"");
            assertThat(events(node)).contains(SecurityEvent.PASSKEY_REFUSED);
        }
    }

    @Test
    void nobody_adds_a_key_to_an_account_with_a_challenge_of_another() {
        try (var node = new Node(Databases.h2(), clock, Map.of())) {
            node.employ(WANG, Role.HANDLER);
            node.employ("li.officer", Role.HANDLER);
            var owner = signedIn(node.browser());
            var challenge = challenge(owner, "/api/me/passkeys/challenge", PRESENT);
            var other = node.browser();
            other.signIn("li.officer", Node.PASSWORD);
            other.ask("/api/test/me");
            other.keep("doorstep-challenge", owner.cookie("doorstep-challenge"));
            assertThat(body(other.command("/api/me/passkeys", new SoftKey().made(challenge, "别人的"))))
                    .contains("PASSKEY_REFUSED");
            var unsure = new SoftKey();
            unsure.verifies = false;
            assertThat(body(owner.command("/api/me/passkeys", unsure.made(challenge, "没有验证"))))
                    .contains("PASSKEY_REFUSED");
            assertThat(body(owner.command("/api/me/passkeys", new SoftKey().made(challenge, "太迟"))))
                    .as("a challenge is answered once")
                    .contains("PASSKEY_REFUSED");
            assertThat(node.bean(Passkeys.class).of(WANG)).isEmpty();
        }
    }

    @Test
    void who_is_disabled_or_has_ended_cannot_use_his() {
        try (var node = new Node(Databases.h2(), clock, Map.of())) {
            node.employ(WANG, Role.HANDLER);
            var key = registered(signedIn(node.browser()));
            var accounts = node.bean(Accounts.class);
            var wang = accounts.find(WANG).orElseThrow();
            accounts.change(wang.enabled(false));
            assertThat(signIn(node.browser(), key)).contains("PASSKEY_REFUSED");
            accounts.change(new Account(
                    WANG, wang.name(), null, null, Set.of(Role.HANDLER), true, null, LocalDate.of(2026, 3, 2)));
            assertThat(signIn(node.browser(), key)).contains("PASSKEY_REFUSED");
            accounts.change(wang);
            assertThat(signIn(node.browser(), key)).contains("\"to\"");
        }
    }

    @Test
    void it_counts_for_two_factors_and_the_password_alone_will_not_do_where_two_are_asked_for() {
        try (var node =
                new Node(Databases.h2(), clock, Map.of("doorstep.second-factor.required", "handler, AUDITOR"))) {
            node.employ(WANG, Role.HANDLER);
            node.employ("free", Role.PETITION_OFFICER);
            var free = node.browser();
            free.signIn("free", Node.PASSWORD);
            assertThat(free.isSignedIn()).as("the rule is for others").isTrue();

            var owner = signedIn(node.browser());
            assertThat(body(owner.ask("/api/test/me"))).contains("SECOND_FACTOR_DUE");
            var key = registered(owner);
            assertThat(owner.isSignedIn()).as("it was shown just now").isTrue();
            var desk = node.browser();
            assertThat(signIn(desk, key)).contains("\"to\":\"/\"");
            assertThat(desk.isSignedIn()).isTrue();

            var thief = node.browser();
            assertThat(thief.signIn(WANG, Node.PASSWORD).getRedirectedUrl()).isEqualTo("/login/second-step");
            assertThat(thief.isSignedIn()).isFalse();
            assertThat(signIn(thief, key)).as("its owner, from there").contains("\"to\"");
        }
    }

    @Test
    void an_administrator_takes_them_away_with_a_reason_and_a_new_password_does_too() {
        try (var node = new Node(Databases.h2(), clock, Map.of())) {
            node.employ(WANG, Role.HANDLER);
            node.employ("admin", Role.ADMINISTRATOR);
            var admin = node.browser();
            admin.signIn("admin", Node.PASSWORD);
            admin.ask("/api/test/me");
            for (var way : List.of("passkeys/removal", "password-reset")) {
                var owner = node.browser();
                if (owner.signIn(WANG, Node.PASSWORD) != null && owner.isSignedIn()) {
                    var key = registered(owner);
                    assertThat(admin.command("/api/accounts/" + WANG + "/" + way, "{}")
                                    .getStatus())
                            .isEqualTo(400);
                    assertThat(admin.command("/api/accounts/" + WANG + "/" + way, "{\"reason\": \"手机丢失\"}")
                                    .getStatus())
                            .isBetween(200, 204);
                    assertThat(signIn(node.browser(), key)).contains("PASSKEY_REFUSED");
                }
            }
            assertThat(node.bean(Passkeys.class).has(WANG)).isFalse();
        }
    }

    @Test
    void failures_count_against_the_address_and_not_against_the_account() {
        try (var node = new Node(Databases.h2(), clock, Map.of())) {
            node.employ(WANG, Role.HANDLER);
            var key = registered(signedIn(node.browser()));
            key.verifies = false;
            var thief = node.browser().elsewhere("203.0.113.7");
            var answers = Stream.generate(() -> signIn(thief, key)).limit(30).toList();
            assertThat(answers).last().asString().contains("SLOWED_DOWN");
            key.verifies = true;
            assertThat(signIn(node.browser(), key)).contains("\"to\"");
        }
    }

    private static Node.Browser signedIn(Node.Browser browser) {
        browser.signIn(WANG, Node.PASSWORD);
        browser.ask("/api/test/me");
        return browser;
    }

    private static SoftKey registered(Node.Browser owner) {
        var key = new SoftKey();
        var begun = body(owner.command("/api/me/passkeys/challenge", PRESENT));
        key.owner = begun.replaceAll("(?s).*\"owner\":\"([^\"]+)\".*", "$1");
        assertThat(owner.command("/api/me/passkeys", key.made(found(begun), "办公室电脑"))
                        .getStatus())
                .isEqualTo(204);
        return key;
    }

    private static String signIn(Node.Browser browser, SoftKey key) {
        return body(browser.command(
                "/api/sign-in/passkey", key.signed(challenge(browser, "/api/sign-in/passkey/challenge", "{}"))));
    }

    private static String challenge(Node.Browser browser, String path, String body) {
        browser.ask("/login");
        return found(body(browser.command(path, body)));
    }

    private static String found(String begun) {
        return begun.replaceAll("(?s).*\"challenge\":\"([^\"]+)\".*", "$1");
    }

    private static List<SecurityEvent> events(Node node) {
        return node.bean(SecurityLog.class).before(Long.MAX_VALUE, WANG, null, 50).stream()
                .map(SecurityLog.Entry::event)
                .toList();
    }

    private static String body(MockHttpServletResponse response) {
        try {
            return response.getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
