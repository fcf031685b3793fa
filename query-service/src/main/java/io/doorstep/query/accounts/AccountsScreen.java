package io.doorstep.query.accounts;

import io.doorstep.identity.Account;
import io.doorstep.identity.Accounts;
import io.doorstep.identity.SignedIn;
import io.doorstep.identity.device.Devices;
import io.doorstep.identity.factor.SecondFactors;
import io.doorstep.identity.guard.SecurityLog;
import io.doorstep.identity.oidc.Links;
import io.doorstep.identity.oidc.Provider;
import io.doorstep.identity.passkey.Passkeys;
import io.doorstep.identity.rights.AccountJournal;
import io.doorstep.identity.rights.Administration;
import io.doorstep.identity.rights.Rights;
import io.doorstep.identity.signin.Sessions;
import io.doorstep.policy.Deadlines;
import io.doorstep.query.layout.Say;
import io.doorstep.query.layout.Screen;
import io.doorstep.reference.ReferenceData;
import io.doorstep.terms.Role;
import io.doorstep.web.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Screen
class AccountsScreen {
    private static final int MOST = 500;
    private static final int LATEST_EVENTS = 20;

    private final Accounts accounts;
    private final AccountJournal journal;
    private final Administration administration;
    private final Sessions sessions;
    private final SecurityLog log;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final Provider provider;
    private final Links links;
    private final Devices telephones;
    private final ReferenceData reference;
    private final Deadlines deadlines;
    private final Clock clock;

    AccountsScreen(
            Accounts accounts,
            AccountJournal journal,
            Administration administration,
            Sessions sessions,
            SecurityLog log,
            SecondFactors factors,
            Passkeys passkeys,
            Provider provider,
            Links links,
            Devices telephones,
            ReferenceData reference,
            Deadlines deadlines,
            Clock clock) {
        this.accounts = accounts;
        this.journal = journal;
        this.administration = administration;
        this.sessions = sessions;
        this.log = log;
        this.factors = factors;
        this.passkeys = passkeys;
        this.provider = provider;
        this.links = links;
        this.telephones = telephones;
        this.reference = reference;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** 账号状态。 Whether an account can be signed in with today, and if not, why. */
    enum State {
        OPEN,
        NOT_YET,
        ENDED,
        DISABLED;

        static State of(Account account, LocalDate today) {
            if (!account.enabled()) {
                return DISABLED;
            }
            var from = account.validFrom();
            if (from != null && today.isBefore(from)) {
                return NOT_YET;
            }
            return account.admits(today) ? OPEN : ENDED;
        }
    }

    /** A line of the list. */
    record Line(Account account, List<Role> roles, State state) {}

    @GetMapping("/accounts")
    String all(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String state,
            Model model) {
        refuseWhoMayNotLook();
        var today = today();
        var found = accounts.all().stream()
                .map(account -> line(account, today))
                .filter(line -> matches(line, q, role, state))
                .toList();
        model.addAttribute("q", q);
        model.addAttribute("role", role);
        model.addAttribute("state", state);
        model.addAttribute("total", found.size());
        model.addAttribute("lines", found.stream().limit(MOST).toList());
        model.addAttribute("roles", Say.names(Role.class));
        model.addAttribute("states", Say.names(State.class));
        model.addAttribute("opens", administration.opens(SignedIn.now().actor()));
        model.addAttribute("readsLog", administration.readsLog(SignedIn.now().actor()));
        return "accounts/accounts";
    }

    @GetMapping("/accounts/new")
    String opening(Model model) {
        if (!administration.opens(SignedIn.now().actor())) {
            throw Named.roleMayNot();
        }
        choices(model);
        model.addAttribute("none", List.of());
        model.addAttribute("joint", administration == Administration.JOINT);
        return "accounts/new";
    }

    @GetMapping("/accounts/{id}")
    String one(@PathVariable String id, Model model) {
        refuseWhoMayNotLook();
        var actor = SignedIn.now().actor();
        var account = accounts.find(id).orElseThrow(Named::notFound);
        model.addAttribute("it", line(account, today()));
        model.addAttribute("journal", journal.of(id).stream().map(Change::of).toList());
        model.addAttribute("opens", administration.opens(actor));
        model.addAttribute("grants", administration.grantsTo(actor, id));
        model.addAttribute("disables", administration.opens(actor) || administration.grants(actor));
        model.addAttribute("factor", factors.isOn(id));
        model.addAttribute("passkeys", passkeys.of(id).size());
        model.addAttribute("provided", provider.isThere());
        model.addAttribute("link", links.of(id).orElse(null));
        model.addAttribute("telephones", telephones.of(id));
        model.addAttribute("sessions", sessions.of(id, null));
        model.addAttribute(
                "events",
                administration.readsLog(actor) ? log.before(Long.MAX_VALUE, id, null, LATEST_EVENTS) : List.of());
        model.addAttribute("readsLog", administration.readsLog(actor));
        choices(model);
        return "accounts/account";
    }

    private void choices(Model model) {
        model.addAttribute("roles", Say.names(Role.class));
        model.addAttribute("units", reference.units(null, today()));
    }

    private void refuseWhoMayNotLook() {
        if (!administration.readsAccounts(SignedIn.now().actor())) {
            throw Named.roleMayNot();
        }
    }

    private static Line line(Account account, LocalDate today) {
        return new Line(account, Rights.of(account).roles(), State.of(account, today));
    }

    private static boolean matches(Line line, @Nullable String q, @Nullable String role, @Nullable String state) {
        var words = q == null ? "" : q.strip().toLowerCase(Locale.ROOT);
        var text = (line.account.id() + " " + line.account.name()).toLowerCase(Locale.ROOT);
        return Arrays.stream(words.split("\\s+")).allMatch(text::contains)
                && (isBlank(role)
                        || line.roles.stream().anyMatch(held -> held.name().equals(role)))
                && (isBlank(state) || line.state.name().equals(state));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private LocalDate today() {
        return deadlines.day(clock.instant());
    }
}
