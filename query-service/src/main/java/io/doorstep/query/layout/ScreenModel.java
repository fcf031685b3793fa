package io.doorstep.query.layout;

import io.doorstep.federation.upper.Standing;
import io.doorstep.identity.SignedIn;
import io.doorstep.identity.SignedInAccount;
import io.doorstep.policy.Deadlines;
import io.doorstep.proof.kept.CheckBook;
import io.doorstep.reference.ReferenceData;
import io.doorstep.reminders.ReminderBook;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its frame and the words to speak with. */
@ControllerAdvice(annotations = Screen.class)
public class ScreenModel {

    private final MessageSource messages;
    private final ReferenceData reference;
    private final Deadlines deadlines;
    private final Clock clock;
    private final ZoneId zone;
    private final ReminderBook reminders;
    private final CheckBook checks;
    private final Standing standing;

    public ScreenModel(
            MessageSource messages,
            ReferenceData reference,
            Deadlines deadlines,
            Clock clock,
            ZoneId officeZone,
            ReminderBook reminders,
            CheckBook checks,
            Standing standing) {
        this.standing = standing;
        this.checks = checks;
        this.reminders = reminders;
        this.messages = messages;
        this.reference = reference;
        this.deadlines = deadlines;
        this.clock = clock;
        this.zone = officeZone;
    }

    @ModelAttribute("say")
    public Say say(Locale locale) {
        return new Say(messages, locale, reference, zone, deadlines.day(clock.instant()));
    }

    @ModelAttribute("frame")
    public Frame frame(HttpServletRequest request, Locale locale) {
        var now = clock.instant();
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var actor = authentication != null && authentication.getPrincipal() instanceof SignedIn somebody
                ? somebody.actor()
                : null;
        var say = say(locale);
        return new Frame(
                locale.getLanguage().equals("zh") ? "zh" : "en",
                request.getRequestURI().substring(request.getContextPath().length()),
                actor,
                authentication != null && authentication.getPrincipal() instanceof SignedInAccount signedIn
                        ? signedIn.account().name()
                        : actor == null ? null : say.officer(actor.id()),
                actor == null ? null : say.unit(actor.unit()),
                zone.getRules().getOffset(now).getId(),
                actor == null ? 0 : reminders.unread(actor.id()),
                Frame.audits(actor) && checks.found() > 0,
                standing.holdsCopies() ? new Freshness(actor == null ? List.of() : standing.counties()) : null);
    }
}
