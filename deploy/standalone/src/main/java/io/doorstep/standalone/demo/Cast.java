package io.doorstep.standalone.demo;

import static io.doorstep.terms.Role.HANDLER;
import static io.doorstep.terms.Role.UNIT_HEAD;
import static io.doorstep.terms.Role.VISITING_CADRE;

import io.doorstep.identity.Actor;

/** Who acts in the demonstration: the demo accounts, and of every other unit its handler and its head. */
final class Cast {
    static final Actor OFFICER = account("officer");
    static final Actor DISPATCHER = account("dispatcher");
    static final Actor CADRE = account("cadre");
    static final Actor SUPERVISOR = account("supervisor");
    static final Actor APPROVER = account("approver");

    private static final String DEMO_UNIT = "u-natural-resources";

    private Cast() {}

    static Actor handlerOf(String unit) {
        return unit.equals(DEMO_UNIT) ? account("handler") : Actor.of("h-" + unit.substring(2), unit, HANDLER);
    }

    static Actor headOf(String unit) {
        return unit.equals(DEMO_UNIT) ? account("head") : Actor.of("d-" + unit.substring(2), unit, UNIT_HEAD);
    }

    /** Who goes to the villages of a township: its own head where the demonstration has one. */
    static Actor visitorOf(String place) {
        return switch (Village.townshipOf(place)) {
            case "430525103" -> Actor.of("d-gaosha", "u-gaosha", VISITING_CADRE);
            case "430525203" -> Actor.of("d-luoxi", "u-luoxi", VISITING_CADRE);
            default -> CADRE;
        };
    }

    private static Actor account(String id) {
        return DemoAccounts.ALL.stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow()
                .actor();
    }
}
