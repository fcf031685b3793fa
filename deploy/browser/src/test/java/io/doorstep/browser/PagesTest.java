package io.doorstep.browser;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** 每一页。 Every page, in both languages, on the desk and on the phone, stands the {@link PageChecks}. */
@ExtendWith(Browser.class)
class PagesTest {
    private static final String NOBODY = "nobody";

    /** A new page joins by a line: its name, who looks at it, its address; {case} is a case under way. */
    private static final List<Checked> PAGES = List.of(
            new Checked("welcome", NOBODY, "/"),
            new Checked("login", NOBODY, "/login"),
            new Checked("login-wrong", NOBODY, "/login?wrong"),
            new Checked("login-code", NOBODY, "/login/code"),
            new Checked("login-second-step", NOBODY, "/login/second-step"),
            new Checked("visit-app", NOBODY, "/visits/app/"),
            new Checked("problems", "officer", "/lists/problems"),
            new Checked("assignments", "dispatcher", "/lists/assignments"),
            new Checked("supervision", "supervisor", "/supervision"),
            new Checked("returns", "dispatcher", "/supervision/returns"),
            new Checked("handover", "supervisor", "/handover?officer=handler"),
            new Checked("meetings", "officer", "/meetings"),
            new Checked("meeting-new", "cadre", "/meetings/new"),
            new Checked("weeks", "dispatcher", "/weeks"),
            new Checked("week", "dispatcher", "/weeks/2026-11"),
            new Checked("week-candidates", "dispatcher", "/weeks/2026-11/candidates"),
            new Checked("week-sheet", "cadre", "/weeks/2026-11/sheet"),
            new Checked("week-ledger", "supervisor", "/weeks/2026-11/ledger"),
            new Checked("week-leaders", "dispatcher", "/weeks/leaders"),
            new Checked("closeouts", "supervisor", "/lists/closeouts"),
            new Checked("problems-print", "officer", "/lists/problems/print"),
            new Checked("report", "officer", "/cases/new"),
            new Checked("case", "officer", "/cases/{case}"),
            new Checked("case-then", "supervisor", "/cases/{case}?at=2026-06-30"),
            new Checked("problems-then", "supervisor", "/lists/problems?at=2026-06-30"),
            new Checked("figures-then", "supervisor", "/figures?at=2026-06-30&knownAt=2026-07-31"),
            new Checked("snapshots", "supervisor", "/snapshots"),
            new Checked("snapshot-new", "supervisor", "/snapshots/new?list=closeouts&question="),
            new Checked("due", "supervisor", "/due"),
            new Checked("reminders", "officer", "/reminders"),
            new Checked("visits", "officer", "/visits"),
            new Checked("bundle", "officer", "/visits/bundle"),
            new Checked("sheets", "officer", "/visits/sheets"),
            new Checked("paper", "officer", "/visits/paper"),
            new Checked("outbox", "admin", "/outbox"),
            new Checked("operations", "admin", "/operations"),
            new Checked("rules", "admin", "/rules"),
            new Checked("what-if", "supervisor", "/rules/what-if?version=national-1"),
            new Checked("figures", "supervisor", "/figures"),
            new Checked("figures-by-month", "supervisor", "/figures?by=month"),
            new Checked("figures-cases", "supervisor", "/figures/cases?figure=resolution&part=denominator"),
            new Checked("figures-explain", "supervisor", "/figures/explain?figure=resolution"),
            new Checked("figures-explain-time", "supervisor", "/figures/explain?figure=time"),
            new Checked("figures-definitions", "supervisor", "/figures/definitions"),
            new Checked(
                    "figures-compare",
                    "supervisor",
                    "/figures/definitions/compare?old=2026-1&new=2026-2&figure=resolution"),
            new Checked("figures-published", "statistician", "/figures/published"),
            new Checked("compliance", "supervisor", "/compliance"),
            new Checked("compliance-by-month", "supervisor", "/compliance?by=month&duty=notice"),
            new Checked("compliance-cases", "supervisor", "/compliance/cases?duty=notice"),
            new Checked("annual", "supervisor", "/annual"),
            new Checked("annual-print", "supervisor", "/annual/print"),
            new Checked("repeats", "officer", "/repeats"),
            new Checked("map", "supervisor", "/map"),
            new Checked("wall", "supervisor", "/wall"),
            new Checked("imports", "officer", "/imports"),
            new Checked("import-new", "officer", "/imports/new"),
            new Checked("accounts", "admin", "/accounts"),
            new Checked("account", "admin", "/accounts/handler"),
            new Checked("account-new", "admin", "/accounts/new"),
            new Checked("proof", "supervisor", "/proof"),
            new Checked("federation", "supervisor", "/federation"),
            new Checked("security-log", "auditor", "/security-log"),
            new Checked("me", "cadre", "/me"),
            new Checked("password", "officer", "/me/password"),
            new Checked("second-factor", "officer", "/me/second-factor"),
            new Checked("privacy", "privacy", "/privacy"),
            new Checked("access-log", "supervisor", "/access-log"),
            new Checked("access-report", "privacy", "/cases/{case}/access-report"),
            new Checked("about", "officer", "/about"),
            new Checked("handbook", NOBODY, "/help"),
            new Checked("handbook-lists", "officer", "/help/lists"));

    record Checked(String name, String account, String address) {}

    /** Chinese on the desk, English on the phone and at 200 %; with {@code -Dpages.all=true} each language on each screen. */
    static Stream<Arguments> pages() {
        return PAGES.stream()
                .flatMap(page -> Arrays.stream(Language.values())
                        .flatMap(language -> Arrays.stream(Size.values())
                                .filter(size -> Boolean.getBoolean("pages.all")
                                        || (language == Language.ZH) == (size == Size.DESK))
                                .map(size -> Arguments.of(page, language, size))));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("pages")
    void is_fit_for_everybody(Checked page, Language language, Size size, Desks desks, Office office) {
        var desk =
                page.account.equals(NOBODY) ? desks.ofNobody(language, size) : desks.of(page.account, language, size);
        PageChecks.open(
                desk,
                page.address.replace("{case}", caseUnderWay(office)),
                size,
                page.name + "-" + language + "-" + size);
    }

    private static String caseUnderWay(Office office) {
        // the one that is open longest was there half a year ago, too
        return office.json("officer", "/api/lists/assignments?size=1&sort=reported")
                .get("items")
                .get(0)
                .get("caseId")
                .stringValue();
    }
}
