package io.doorstep.query.reminders;

import io.doorstep.identity.SignedIn;
import io.doorstep.query.layout.Screen;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Screen
class RemindersScreen {

    private final MyReminders mine;
    private final RemindersPage page;

    RemindersScreen(MyReminders mine, RemindersPage page) {
        this.mine = mine;
        this.page = page;
    }

    @GetMapping("/reminders")
    String reminders(@RequestParam(required = false) @Nullable String unread, Model model) {
        var unreadOnly = RemindersPage.isUnread(unread);
        var items = mine.of(SignedIn.now().actor(), unreadOnly, RemindersPage.MOST);
        model.addAttribute("items", items);
        model.addAttribute("unreadOnly", unreadOnly);
        model.addAttribute("anyUnread", items.stream().anyMatch(one -> !one.read()));
        return "reminders/reminders";
    }

    @GetMapping("/outbox")
    String outbox(Model model) {
        model.addAttribute("outbox", page.outbox());
        return "reminders/outbox";
    }
}
