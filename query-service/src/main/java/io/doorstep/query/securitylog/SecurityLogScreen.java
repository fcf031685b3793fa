package io.doorstep.query.securitylog;

import io.doorstep.identity.SignedIn;
import io.doorstep.identity.guard.SecurityEvent;
import io.doorstep.identity.guard.SecurityLog;
import io.doorstep.identity.rights.Administration;
import io.doorstep.query.layout.Say;
import io.doorstep.query.layout.Screen;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.doorstep.web.Named;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Screen
class SecurityLogScreen {
    private static final int LINES = 100;

    private final SecurityLog log;
    private final Administration administration;

    SecurityLogScreen(SecurityLog log, Administration administration) {
        this.log = log;
        this.administration = administration;
    }

    @GetMapping("/security-log")
    String page(
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String event,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        if (!administration.readsLog(SignedIn.now().actor())) {
            throw Named.roleMayNot();
        }
        var whose = account == null || account.isBlank() ? null : account.strip();
        var lines = log.before(number(before), whose, event(event), LINES);
        model.addAttribute("lines", lines);
        model.addAttribute("account", whose);
        model.addAttribute("event", event);
        model.addAttribute("events", Say.names(SecurityEvent.class));
        model.addAttribute(
                "next", lines.size() < LINES ? null : lines.get(LINES - 1).id());
        return "securitylog/log";
    }

    private static @Nullable SecurityEvent event(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        return Arrays.stream(SecurityEvent.values())
                .filter(event -> event.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Malformed(FieldProblem.unknownConstant("event", SecurityEvent.class)));
    }

    private static long number(@Nullable String before) {
        if (before == null || before.isBlank()) {
            return Long.MAX_VALUE;
        }
        if (!before.matches("[0-9]{1,18}")) {
            throw new Malformed(FieldProblem.of("before", "NOT_A_NUMBER"));
        }
        return Long.parseLong(before);
    }
}
