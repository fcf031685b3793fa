package io.doorstep.standalone.pages;

import io.doorstep.identity.SignedInAccount;
import io.doorstep.query.layout.Screen;
import io.doorstep.standalone.demo.DemoAccounts;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Screen
class StartPage {
    private final WhatRuns whatRuns;
    private final boolean demo;

    StartPage(WhatRuns whatRuns, Environment environment) {
        this.whatRuns = whatRuns;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /** Who is signed in begins with his work; what runs is behind {@code /about}. */
    @GetMapping("/")
    String door(@AuthenticationPrincipal @Nullable SignedInAccount somebody, Model model) {
        if (somebody == null) {
            return page(null, model);
        }
        return switch (somebody.actor().reach()) {
            case EVERY_UNIT, OWN_UNIT -> "redirect:/lists/problems";
            case FIGURES -> "redirect:/figures/published";
            // who keeps accounts, rights or logs
            case NOTHING -> "redirect:/accounts";
        };
    }

    @GetMapping("/about")
    String page(@AuthenticationPrincipal @Nullable SignedInAccount somebody, Model model) {
        model.addAttribute("yearAgo", whatRuns.today().minusYears(1));
        model.addAttribute("tomorrow", whatRuns.today().plusDays(1));
        model.addAttribute("version", whatRuns.version());
        model.addAttribute("database", whatRuns.database());
        if (somebody != null) {
            // how much there is concerns only those who work with it
            model.addAttribute("counts", whatRuns.counts());
            model.addAttribute("projections", whatRuns.projections());
        }
        if (demo) {
            model.addAttribute("demoAccounts", DemoAccounts.ALL);
            model.addAttribute("demoPassword", DemoAccounts.PASSWORD);
        }
        return "standalone/start";
    }
}
