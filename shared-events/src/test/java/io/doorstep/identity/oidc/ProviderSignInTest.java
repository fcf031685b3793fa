package io.doorstep.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.doorstep.identity.Accounts;
import io.doorstep.identity.factor.SecondFactors;
import io.doorstep.identity.guard.SecurityEvent;
import io.doorstep.identity.guard.SecurityLog;
import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import io.doorstep.testing.SetClock;
import io.doorstep.wiring.Node;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 统一身份认证。 The whole way: our browser, a real provider, and back. */
class ProviderSignInTest {
    private static final String WANG = "wang.officer";
    private static final String BUTTON = "https://doorstep.example:443/oauth2/authorization/house";

    private static HouseProvider provider;

    // the provider's tokens carry the real time
    private final SetClock clock = new SetClock(Instant.now());

    @BeforeAll
    static void opens() {
        provider = new HouseProvider();
        provider.says("4711", "wang", List.of("pwd"));
        provider.says("4712", "wang", List.of("pwd"));
        provider.says("4713", "nobody.here", List.of("pwd"));
    }

    @AfterAll
    static void closes() {
        provider.close();
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void an_account_is_linked_by_an_administrator_and_bound_to_the_first_who_comes(DataSource database) {
        try (var node = new Node(database, clock, settings())) {
            node.employ(WANG, Role.HANDLER);
            var stranger = node.browser();
            assertThat(comes(stranger, "4711")).isEqualTo("/login?provider=nobody");
            assertThat(stranger.isSignedIn()).isFalse();
            assertThat(accounts(database)).as("none is ever made").isEqualTo(1);

            node.bean(Links.class).link(WANG, "wang");
            var owner = node.browser();
            assertThat(comes(owner, "4711")).isEqualTo("/");
            assertThat(owner.isSignedIn()).isTrue();

            assertThat(comes(node.browser(), "4712"))
                    .as("somebody else who took his name there")
                    .isEqualTo("/login?provider=nobody");
            provider.says("4711", "wang-li", List.of("pwd"));
            assertThat(comes(node.browser(), "4711"))
                    .as("another name, the same person")
                    .isEqualTo("/");
            provider.says("4711", "wang", List.of("pwd"));

            var accounts = node.bean(Accounts.class);
            accounts.change(accounts.find(WANG).orElseThrow().enabled(false));
            assertThat(comes(node.browser(), "4711")).as("disabled").isEqualTo("/login?provider=nobody");
            assertThat(node.bean(SecurityLog.class).before(Long.MAX_VALUE, WANG, null, 50))
                    .extracting(SecurityLog.Entry::event)
                    .contains(SecurityEvent.PROVIDER_USED, SecurityEvent.SIGNED_IN, SecurityEvent.PROVIDER_REFUSED);
        }
    }

    @Test
    void what_was_asked_belongs_to_one_browser_and_is_answered_once() {
        try (var node = new Node(Databases.h2(), clock, settings())) {
            node.employ(WANG, Role.HANDLER);
            node.bean(Links.class).link(WANG, "wang");
            var owner = node.browser();
            var asked = asked(owner);
            assertThat(asked)
                    .contains("code_challenge_method=S256")
                    .contains("nonce=")
                    .contains("state=");
            var back = provider.sends("4711", asked);
            assertThat(at(node.browser(), back)).as("in another browser").isEqualTo("/login?provider=failed");
            assertThat(at(owner, URI.create(back.toString().replaceAll("state=[^&]+", "state=other"))))
                    .isEqualTo("/login?provider=failed");
            assertThat(at(owner, back)).isEqualTo("/");
            assertThat(at(owner, back)).as("once more").isEqualTo("/login?provider=failed");
            assertThat(JdbcClient.create(node.bean(DataSource.class))
                            .sql("select count(*) from spring_session")
                            .query(Long.class)
                            .single())
                    .as("only who is signed in has a session")
                    .isEqualTo(1);
        }
    }

    @Test
    void its_word_is_worth_a_password_unless_the_office_takes_it_for_two_factors() {
        var settings = new HashMap<>(settings());
        settings.put("doorstep.oidc.second-factor", "mfa");
        settings.put("doorstep.second-factor.required", "HANDLER");
        try (var node = new Node(Databases.h2(), clock, settings)) {
            node.employ(WANG, Role.HANDLER);
            node.bean(Links.class).link(WANG, "wang");
            var owner = node.browser();
            assertThat(comes(owner, "4711")).isEqualTo("/");
            assertThat(owner.ask("/lists/problems").getRedirectedUrl()).isEqualTo("/me/second-factor");

            JdbcClient.create(node.bean(DataSource.class))
                    .sql("insert into second_factor (account, secret, confirmed_at, last_step) values (?, ?, now(), 0)")
                    .params(WANG, new byte[1])
                    .update();
            assertThat(node.bean(SecondFactors.class).isOn(WANG)).isTrue();
            assertThat(comes(node.browser(), "4711")).isEqualTo("/login/second-step");
            provider.says("4711", "wang", List.of("pwd", "mfa"));
            var twofold = node.browser();
            assertThat(comes(twofold, "4711")).isEqualTo("/");
            assertThat(twofold.isSignedIn()).isTrue();
            provider.says("4711", "wang", List.of("pwd"));
        }
    }

    @Test
    void the_office_opens_without_it() {
        var settings = Map.<String, Object>of("doorstep.oidc.issuer", "http://localhost:1");
        try (var node = new Node(Databases.h2(), clock, settings);
                var without = new Node(Databases.h2(), clock, Map.of())) {
            node.employ(WANG, Role.HANDLER);
            var owner = node.browser();
            owner.signIn(WANG, Node.PASSWORD);
            assertThat(owner.isSignedIn()).isTrue();
            assertThat(node.browser().send(get(URI.create(BUTTON))).getRedirectedUrl())
                    .isEqualTo("/login?provider=failed");
            assertThat(without.browser().send(get(URI.create(BUTTON))).getRedirectedUrl())
                    .as("where there is none, nothing is asked")
                    .endsWith("/login");
        }
    }

    private static Map<String, Object> settings() {
        return Map.of("doorstep.oidc.issuer", provider.issuer(), "doorstep.oidc.client-secret", "between us");
    }

    private static String comes(Node.Browser browser, String subject) {
        return at(browser, provider.sends(subject, asked(browser)));
    }

    private static String asked(Node.Browser browser) {
        return Objects.requireNonNull(browser.send(get(URI.create(BUTTON))).getRedirectedUrl());
    }

    private static String at(Node.Browser browser, URI address) {
        return Objects.requireNonNull(browser.send(get(address)).getRedirectedUrl());
    }

    private static long accounts(DataSource database) {
        return JdbcClient.create(database)
                .sql("select count(*) from account")
                .query(Long.class)
                .single();
    }
}
