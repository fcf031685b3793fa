package io.doorstep.query.reminders;

import io.doorstep.identity.SignedIn;
import io.doorstep.reminders.Carrier;
import io.doorstep.reminders.MessageState;
import io.doorstep.reminders.Outbox;
import io.doorstep.reminders.Parked;
import io.doorstep.terms.Role;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import io.doorstep.web.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 提醒接口。 The reader's reminders, and the outbox for an administrator. */
@RestController
class RemindersPage {

    static final int MOST = 200;

    private final MyReminders mine;
    private final Outbox outbox;

    RemindersPage(MyReminders mine, Outbox outbox) {
        this.mine = mine;
        this.outbox = outbox;
    }

    /** @param items the latest, two hundred at most */
    record Reminders(List<ReminderItem> items) {}

    /**
     * @param counts how many messages are on their way or parked, by carrier and state
     * @param parked the longest parked first, two hundred at most
     */
    record OutboxState(Map<Carrier, Map<MessageState, Long>> counts, List<Parked> parked) {}

    @GetMapping("/api/reminders")
    Reminders reminders(@RequestParam(required = false) @Nullable String unread) {
        return new Reminders(mine.of(SignedIn.now().actor(), isUnread(unread), MOST));
    }

    @GetMapping("/api/outbox")
    OutboxState outbox() {
        if (!SignedIn.now().actor().is(Role.ADMINISTRATOR)) {
            throw Named.roleMayNot();
        }
        return new OutboxState(outbox.counts(), outbox.parked(MOST));
    }

    static boolean isUnread(@Nullable String text) {
        if (text == null || text.isBlank() || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw new Malformed(FieldProblem.of("unread", "NOT_A_BOOLEAN"));
    }
}
