package io.doorstep.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 各人的桌面。 The desks of one test. They close with it, and it fails when one of them heard of a fault. */
final class Desks implements AutoCloseable {
    private static final String NOBODY = "nobody";

    private final Chromium chromium;
    private final Office office;
    private final List<Desk> open = new ArrayList<>();

    Desks(Chromium chromium, Office office) {
        this.chromium = chromium;
        this.office = office;
    }

    /** An office computer at which an account is signed in, in Chinese. */
    Desk of(String account) {
        return of(account, Language.ZH, Size.DESK);
    }

    Desk of(String account, Language language, Size size) {
        var session = office.sessions.computeIfAbsent(account + language, key -> signIn(account, language));
        return desk(office, account, language, size, session);
    }

    /** A desk at which nobody is signed in. */
    Desk ofNobody(Language language, Size size) {
        return ofNobody(office, language, size);
    }

    /** A desk at an office of the test's own. */
    Desk ofNobody(Office elsewhere, Language language, Size size) {
        return desk(elsewhere, NOBODY, language, size, null);
    }

    Office office() {
        return office;
    }

    private String signIn(String account, Language language) {
        try (var desk = desk(office, account, language, Size.DESK, null)) {
            desk.signIn(account, Office.PASSWORD);
            open.remove(desk);
            return desk.page().context().storageState();
        }
    }

    private Desk desk(Office where, String account, Language language, Size size, @Nullable String session) {
        var options = new NewContextOptions()
                .setBaseURL(where.origin())
                .setLocale(language.locale)
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(size.width, size.height)
                .setDeviceScaleFactor(size.scale)
                .setIsMobile(size.mobile)
                .setHasTouch(size.mobile);
        if (session != null) {
            options.setStorageState(session);
        }
        var desk = new Desk(account, where.origin(), chromium.browser().newContext(options));
        open.add(desk);
        return desk;
    }

    /** After a test: photographs what was on the screens when something was wrong, and says what. */
    void clearUp(boolean failed, String test) {
        var faults = open.stream().flatMap(desk -> desk.faults().stream()).toList();
        if (failed || !faults.isEmpty()) {
            var number = 1;
            for (var desk : open) {
                var file = test.replaceAll("[^\\p{L}\\p{N}.]+", "-") + "-" + number++ + "-" + desk.account() + ".png";
                desk.photograph(Path.of("target", "failures", file));
            }
        }
        if (!faults.isEmpty()) {
            throw new AssertionError("the browser heard of faults:\n" + String.join("\n", faults));
        }
    }

    @Override
    public void close() {
        open.forEach(Desk::close);
    }
}
