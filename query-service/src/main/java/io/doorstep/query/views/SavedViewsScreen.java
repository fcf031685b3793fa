package io.doorstep.query.views;

import io.doorstep.identity.SignedIn;
import io.doorstep.query.layout.Screen;
import io.doorstep.views.SavedView;
import io.doorstep.views.SavedViews;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriComponentsBuilder;

@Screen
class SavedViewsScreen {

    private final SavedViews views;

    SavedViewsScreen(SavedViews views) {
        this.views = views;
    }

    record Item(String list, String name, String address) {}

    @GetMapping("/views/{list:problems|assignments|closeouts}")
    String of(@PathVariable String list, Model model) {
        model.addAttribute(
                "views",
                views.of(SignedIn.now().actor().id(), list).stream()
                        .map(SavedViewsScreen::item)
                        .toList());
        return "views/views";
    }

    private static Item item(SavedView view) {
        var address = UriComponentsBuilder.fromPath("/lists/" + view.list())
                .query(view.query())
                .encode()
                .build()
                .toUriString();
        return new Item(view.list(), view.name(), address);
    }
}
