package io.doorstep.query.map;

import io.doorstep.identity.Actor;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.layout.Say;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** 地图底数。 What the map is drawn from, on its own page and on the wall. */
@Component
final class MapView {

    private final Townships townships;
    private final Outlines outlines;
    private final String tiles;
    private final String attribution;

    MapView(
            Townships townships,
            Outlines outlines,
            @Value("${doorstep.map.tiles:}") String tiles,
            @Value("${doorstep.map.tiles-attribution:}") String attribution) {
        this.townships = townships;
        this.outlines = outlines;
        this.tiles = tiles;
        this.attribution = attribution;
    }

    /** Puts townships, their sum and the outline into the model, and whether it is known where anything, or any township, lies. */
    void into(Model model, Actor viewer, Moment moment, Say say) {
        var all = townships.at(viewer, moment, say.word("map.elsewhere"));
        var outline = outlines.now();
        model.addAttribute("townships", all);
        model.addAttribute(
                "sum",
                all.stream().reduce(new Township("", say.word("figures.total"), null, null, 0, 0, 0), MapView::plus));
        model.addAttribute("outline", outline);
        var placed =
                all.stream().anyMatch(one -> one.isPlaced() || outline.codes().contains(one.code()));
        model.addAttribute("placed", placed);
        model.addAttribute("drawn", placed || outline.isKnown());
        model.addAttribute("tiles", tiles.isBlank() ? null : tiles);
        model.addAttribute("attribution", attribution.isBlank() ? null : attribution);
    }

    private static Township plus(Township sum, Township one) {
        return sum.plus(one.open(), one.overdue(), one.settled());
    }
}
