package io.doorstep.standalone.pages;

import io.doorstep.identity.Credentials;
import io.doorstep.identity.FirstAdministrator;
import io.doorstep.query.layout.Screen;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.doorstep.web.Named;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Screen
class SetupPage {
    private final FirstAdministrator first;
    private final Credentials credentials;
    private final MessageSource messages;

    SetupPage(FirstAdministrator first, Credentials credentials, MessageSource messages) {
        this.credentials = credentials;
        this.first = first;
        this.messages = messages;
    }

    @GetMapping("/setup")
    String page() {
        return first.isAwaited() ? "standalone/setup" : "redirect:/login";
    }

    @PostMapping("/setup")
    String setUp(
            @RequestParam String code,
            @RequestParam String id,
            @RequestParam String name,
            @RequestParam String password,
            Locale locale,
            Model model) {
        try {
            credentials.check(id.strip(), name.strip(), password);
            first.setUp(code, id.strip(), name.strip(), password);
            return "redirect:/login?set-up";
        } catch (Malformed malformed) {
            model.addAttribute(
                    "faults",
                    malformed.problems().stream()
                            .map(fault -> fault.field() + ": " + text(fault, locale))
                            .toList());
        } catch (Named refused) {
            model.addAttribute("faults", List.of(text("refusal." + refused.code(), locale)));
        }
        model.addAttribute("id", id);
        model.addAttribute("name", name);
        return "standalone/setup";
    }

    private String text(FieldProblem fault, Locale locale) {
        return text("field." + fault.code(), locale, fault.arguments().toArray());
    }

    private String text(String key, Locale locale, Object... arguments) {
        return String.valueOf(messages.getMessage(key, arguments, key, locale));
    }
}
