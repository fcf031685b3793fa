package io.doorstep.query.reference;

import io.doorstep.reference.Category;
import io.doorstep.reference.Officer;
import io.doorstep.reference.Place;
import io.doorstep.reference.ReferenceData;
import io.doorstep.reference.Unit;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReferencePage {

    private final ReferenceData reference;
    private final Today today;

    ReferencePage(ReferenceData reference, Today today) {
        this.reference = reference;
        this.today = today;
    }

    record Items<T>(List<T> items) {}

    @GetMapping("/api/places")
    Items<Place> places(@RequestParam MultiValueMap<String, String> parameters) {
        var wanted = Wanted.of(parameters, today, "under", "level");
        var level = wanted.placeLevel();
        return new Items<>(reference.places(wanted.one("under"), wanted.on()).stream()
                .filter(place -> level == null || place.level() == level)
                .filter(wanted::names)
                .toList());
    }

    @GetMapping("/api/units")
    Items<Unit> units(@RequestParam MultiValueMap<String, String> parameters) {
        var wanted = Wanted.of(parameters, today, "under", "place");
        var place = wanted.one("place");
        return new Items<>(reference.units(wanted.one("under"), wanted.on()).stream()
                .filter(unit -> place == null
                        || reference
                                .place(unit.place(), wanted.on())
                                .filter(of -> of.isUnder(place))
                                .isPresent())
                .filter(wanted::names)
                .toList());
    }

    @GetMapping("/api/categories")
    Items<Category> categories(@RequestParam MultiValueMap<String, String> parameters) {
        var wanted = Wanted.of(parameters, today, "under", "level");
        var level = wanted.categoryLevel();
        return new Items<>(reference.categories(wanted.one("under"), wanted.on()).stream()
                .filter(category -> level == null || category.level() == level)
                .filter(wanted::names)
                .toList());
    }

    @GetMapping("/api/officers")
    Items<Officer> officers(@RequestParam MultiValueMap<String, String> parameters) {
        var wanted = Wanted.of(parameters, today, "unit");
        return new Items<>(reference.officers(wanted.one("unit"), wanted.on()).stream()
                .filter(wanted::names)
                .toList());
    }
}
