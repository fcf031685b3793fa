package io.doorstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 通行密钥。 An authenticator that exists only in the browser, but there as a real one. */
@ExtendWith(Browser.class)
class PasskeysTest {
    private static final String ACCOUNT = "passkey.owner";
    private static final String PASSWORD = "朝阳街 correct horse 1949";
    private static final Pattern INSIDE = Pattern.compile("/(lists/problems)?$");

    @Test
    void somebody_adds_a_passkey_signs_in_with_it_and_takes_it_away(Desks desks, Office office) {
        office.command(
                "admin",
                "/api/accounts",
                "{\"id\": \"%s\", \"name\": \"钥匙\", \"password\": \"%s\", \"roles\": [\"HANDLER\"]}"
                        .formatted(ACCOUNT, PASSWORD));
        for (var language : Language.values()) {
            for (var size : Size.values()) {
                PageChecks.open(
                        desks.of("officer", language, size), "/me", size, "me-passkeys-" + language + "-" + size);
            }
        }
        var desk = desks.ofNobody(Language.ZH, Size.DESK);
        authenticator(desk);
        desk.signIn(ACCOUNT, PASSWORD);
        chooseAnotherPassword(desk);

        desk.open("/me");
        desk.mayHear(400);
        add(desk, "办公室电脑", "wrong");
        assertThat(desk.find("[data-passkey=add] .fault")).isVisible();
        add(desk, "办公室电脑", PASSWORD + "!");
        assertThat(desk.find("#ways .things b")).hasText("办公室电脑");
        desk.photograph(Path.of("target", "pictures", "me-with-a-passkey.png"));
        desk.find("#ways > details > summary").click();
        add(desk, "同一台", PASSWORD + "!");
        assertThat(desk.find("[data-passkey=add] .wrong")).containsText("已有");

        signOut(desk);
        signInByPasskey(desk);
        assertThat(desk.page()).hasURL(INSIDE);
        assertThat(desk.find(".me summary")).containsText("钥匙");

        desk.open("/me");
        desk.find("#ways .folding summary").click();
        desk.find("#ways .folding [name=present]").fill(PASSWORD + "!");
        desk.find("#ways .folding [type=submit]").click();
        assertThat(desk.find("#ways .folding")).hasCount(0);
        signOut(desk);
        desk.mayHear(403);
        signInByPasskey(desk);
        assertThat(desk.find(".wrong")).containsText("用不上");
    }

    @Test
    void whose_account_ended_is_refused(Desks desks, Office office) {
        office.command(
                "admin",
                "/api/accounts",
                "{\"id\": \"passkey.leaver\", \"name\": \"离岗\", \"password\": \"%s\", \"roles\": [\"HANDLER\"]}"
                        .formatted(PASSWORD));
        var desk = desks.ofNobody(Language.EN, Size.PHONE);
        authenticator(desk);
        desk.signIn("passkey.leaver", PASSWORD);
        chooseAnotherPassword(desk);
        desk.open("/me");
        add(desk, "phone", PASSWORD + "!");
        assertThat(desk.find("#ways .things b")).hasText("phone");
        office.command("admin", "/api/accounts/passkey.leaver/disabling", "{\"reason\": \"离岗\"}");
        desk.mayHear(403);
        signInByPasskey(desk);
        assertThat(desk.find(".wrong")).containsText("cannot be used");
    }

    /** One with a finger print that is always the right one. */
    private static void authenticator(Desk desk) {
        CDPSession devtools = desk.page().context().newCDPSession(desk.page());
        devtools.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var all = new JsonObject();
        all.add("options", options);
        devtools.send("WebAuthn.addVirtualAuthenticator", all);
    }

    /** The first one was the administrator's. */
    private static void chooseAnotherPassword(Desk desk) {
        desk.open("/me/password");
        desk.find("[name=present]").fill(PASSWORD);
        desk.find("[name=password]").fill(PASSWORD + "!");
        desk.find("main [type=submit]").click();
        desk.page().waitForURL(Pattern.compile("/me$"));
    }

    private static void add(Desk desk, String label, String password) {
        if (!desk.find("[data-passkey=add] [name=label]").isVisible()) {
            desk.find("#ways > details > summary").click();
        }
        desk.find("[data-passkey=add] [name=label]").fill(label);
        desk.find("[data-passkey=add] [name=present]").fill(password);
        desk.find("[data-passkey=add] [type=submit]").click();
    }

    private static void signInByPasskey(Desk desk) {
        desk.open("/login");
        desk.find("[data-passkey=sign-in] [type=submit]").click();
    }

    private static void signOut(Desk desk) {
        desk.find(".me summary").click();
        desk.find(".me [type=submit]").click();
        desk.page().waitForURL(Pattern.compile("signed-out"));
    }
}
