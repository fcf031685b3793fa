package io.doorstep.query.me;

import io.doorstep.identity.ApiTokens;
import io.doorstep.identity.SignedInAccount;
import io.doorstep.identity.TokenScope;
import io.doorstep.identity.factor.FactorRule;
import io.doorstep.identity.factor.SecondFactors;
import io.doorstep.identity.guard.SecurityLog;
import io.doorstep.identity.passkey.Passkeys;
import io.doorstep.identity.passkey.Site;
import io.doorstep.identity.password.PasswordRules;
import io.doorstep.identity.rights.Rights;
import io.doorstep.identity.signin.Person;
import io.doorstep.identity.signin.Sessions;
import io.doorstep.query.layout.Screen;
import io.doorstep.reminders.MailAddresses;
import io.doorstep.web.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Screen
class MeScreen {
    private static final int LATEST_EVENTS = 15;

    private final Sessions sessions;
    private final ApiTokens tokens;
    private final SecurityLog log;
    private final PasswordRules rules;
    private final SecondFactors factors;
    private final FactorRule factorRule;
    private final Passkeys passkeys;
    private final Site site;
    private final MailAddresses mails;
    private final Clock clock;

    MeScreen(
            Sessions sessions,
            ApiTokens tokens,
            SecurityLog log,
            PasswordRules rules,
            SecondFactors factors,
            FactorRule factorRule,
            Passkeys passkeys,
            Site site,
            MailAddresses mails,
            Clock clock) {
        this.mails = mails;
        this.factors = factors;
        this.factorRule = factorRule;
        this.passkeys = passkeys;
        this.site = site;
        this.sessions = sessions;
        this.tokens = tokens;
        this.log = log;
        this.rules = rules;
        this.clock = clock;
    }

    @GetMapping("/me")
    String page(HttpServletRequest request, Model model) {
        var somebody = Person.now();
        var session = request.getSession(false);
        var id = somebody.account().id();
        model.addAttribute("it", somebody.account());
        model.addAttribute("roles", Rights.of(somebody.account()).roles());
        model.addAttribute("passwordChangedAt", somebody.passwordChangedAt());
        model.addAttribute("factor", factors.isOn(id));
        model.addAttribute("codesLeft", factors.recoveryCodesLeft(id));
        model.addAttribute("mail", mails.of(id).orElse(null));
        model.addAttribute("passkeys", passkeys.of(id));
        model.addAttribute("domain", site.domain());
        model.addAttribute("sessions", sessions.of(id, session == null ? null : session.getId()));
        model.addAttribute("tokens", tokens.of(id));
        model.addAttribute("scopes", TokenScope.values());
        model.addAttribute("now", clock.instant());
        model.addAttribute("events", log.before(Long.MAX_VALUE, id, null, LATEST_EVENTS));
        return "me/me";
    }

    @GetMapping("/me/password")
    String password(Model model) {
        var somebody = Person.now();
        var profile = rules.profile();
        model.addAttribute("due", isDue(somebody));
        model.addAttribute(
                "shortest", profile.shortest(factors.isOn(somebody.account().id())));
        model.addAttribute("kinds", profile.kinds());
        return "me/password";
    }

    @GetMapping("/me/second-factor")
    String factor(Model model) {
        var account = Person.now().account();
        model.addAttribute("factor", factors.isOn(account.id()));
        model.addAttribute("domain", site.domain());
        model.addAttribute("wanted", factorRule.binds(account.roles()));
        return "me/factor";
    }

    /** The secret that waits for its first code, for who scans it. */
    @GetMapping(value = "/me/second-factor/code.svg", produces = "image/svg+xml")
    ResponseEntity<String> squareCode() {
        var address = factors.waiting(Person.now().account().id()).orElseThrow(Named::notFound);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(SquareCode.svg(address));
    }

    private boolean isDue(SignedInAccount somebody) {
        return somebody.passwordIsTemporary() || rules.isOutworn(somebody.passwordChangedAt(), clock.instant());
    }
}
