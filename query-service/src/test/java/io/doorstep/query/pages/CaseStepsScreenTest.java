package io.doorstep.query.pages;

import static io.doorstep.query.asof.Life.WORDS;
import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.AgreementReached;
import io.doorstep.events.cases.ConfirmationRequested;
import io.doorstep.events.cases.HearingBegun;
import io.doorstep.events.cases.HearingEnded;
import io.doorstep.events.cases.MediatorsNamed;
import io.doorstep.events.cases.PerformanceRecorded;
import io.doorstep.events.cases.ReviewDecided;
import io.doorstep.events.cases.ReviewRequested;
import io.doorstep.query.asof.Life;
import io.doorstep.testing.Databases;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** 案件页的下一步：听证、调解、建议。 */
class CaseStepsScreenTest {

    private static final LocalDate DUE = LocalDate.of(2026, 5, 30);

    @Test
    void a_recheck_is_paused_by_a_hearing_and_says_so() {
        var life = new Life("c1");
        life.on(0, life.reported(0))
                .on(1, life.assigned(1, "u-town"))
                .on(3, life.accepted(3))
                .on(4, life.resolved(4, null))
                .on(6, new ReviewRequested("c1", day(6), "REVIEW", DUE, "national-1", null))
                .on(7, new ReviewDecided("c1", day(7), "REVIEW", "UPHELD", null))
                .on(8, new ReviewRequested("c1", day(8), "RECHECK", DUE, "national-1", null));
        assertThat(page(life)).contains("/reviews/hearing\"").doesNotContain("停计</span>");

        life.on(10, new HearingBegun("c1", day(10), "RECHECK"));
        assertThat(page(life)).contains("/reviews/hearing/end\"").contains("起停计");

        life.on(12, new HearingEnded("c1", day(12), "RECHECK", 3, DUE, "national-1"));
        assertThat(page(life)).contains("不计 3 天");
    }

    @Test
    void a_dispute_offers_each_step_of_its_mediation() {
        var life = new Life("c1");
        life.on(0, life.reported(0, "DISPUTE", List.of())).on(1, life.assigned(1, "u-town"));
        assertThat(page(life))
                .contains("/mediation/mediators\"")
                .contains("/mediation/agreement\"")
                .doesNotContain("/mediation/performance\"");

        life.on(2, new MediatorsNamed("c1", day(2), List.of("tang"), true))
                .on(3, new AgreementReached("c1", day(3), "g1", "WRITTEN", WORDS, DUE, DUE, "national-1"));
        assertThat(page(life))
                .contains("/mediation/mediators/refusal\"")
                .contains("/mediation/performance\"")
                .contains("/mediation/confirmation\"")
                .contains("value=\"g1\"");

        life.on(4, new ConfirmationRequested("c1", day(4), "县人民法院"))
                .on(5, life.resolved(5, null))
                .on(6, new PerformanceRecorded("c1", day(6), false, null));
        assertThat(page(life)).contains("/mediation/confirmation/decision\"").contains("agreementNotPerformed");
    }

    @Test
    void a_kind_is_offered_its_own_outcomes() {
        var suggestion = new Life("c1");
        suggestion
                .on(0, suggestion.reported(0, "SUGGESTION", List.of()))
                .on(1, suggestion.assigned(1, "u-town"))
                .on(3, suggestion.accepted(3));
        assertThat(page(suggestion)).contains("\"NOT_ADOPTED\"").doesNotContain("\"MEDIATED\"");
        var petition = new Life("c1");
        petition.on(0, petition.reported(0))
                .on(1, petition.assigned(1, "u-town"))
                .on(3, petition.accepted(3));
        assertThat(page(petition)).contains("\"MEDIATED\"").doesNotContain("\"ADOPTED\"");
    }

    private static String page(Life life) {
        try (var office = new Office(Databases.h2())) {
            office.read(life).at(day(20));
            assertThat(office.browse(Locale.ENGLISH, "/cases/c1").getStatus()).isEqualTo(200);
            return Office.body(office.browse(Locale.SIMPLIFIED_CHINESE, "/cases/c1"));
        }
    }
}
