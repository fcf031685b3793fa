package io.doorstep.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.identity.Actor;
import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import org.junit.jupiter.api.Test;

/** 走访应用的入口。 */
class VisitAppPageTest {

    @Test
    void who_has_signed_in_for_the_app_goes_back_to_it_and_others_are_refused() {
        try (var office = new Office(Databases.h2())) {
            var cadre =
                    office.as(Actor.of("cadre", "u-town", Role.VISITING_CADRE)).ask("/visits/begin");
            assertThat(cadre.getStatus()).isEqualTo(302);
            assertThat(cadre.getHeader("Location")).isEqualTo("/visits/app/#/begin");

            var admin =
                    office.as(Actor.of("admin", "u-bureau", Role.ADMINISTRATOR)).ask("/visits/begin");
            assertThat(admin.getStatus()).isEqualTo(403);
            assertThat(admin.getContentType()).as("people read pages").startsWith("text/html");
        }
    }

    @Test
    void the_first_page_and_the_worker_are_asked_for_again_each_time() {
        try (var office = new Office(Databases.h2())) {
            assertThat(office.ask("/visits/app/").getHeader("Cache-Control")).isEqualTo("no-cache");
            var worker = office.ask("/visits/app/worker.js");
            assertThat(worker.getHeader("Cache-Control")).isEqualTo("no-cache");
            assertThat(worker.getContentType()).startsWith("text/javascript");
        }
    }
}
