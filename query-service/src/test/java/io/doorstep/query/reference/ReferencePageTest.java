package io.doorstep.query.reference;

import static org.hamcrest.Matchers.contains;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.doorstep.policy.Deadlines;
import io.doorstep.policy.Policies;
import io.doorstep.policy.WorkCalendar;
import io.doorstep.reference.ReferenceData;
import io.doorstep.reference.loading.ReferenceKind;
import io.doorstep.reference.loading.ReferenceLoading;
import io.doorstep.store.Migration;
import io.doorstep.testing.Databases;
import io.doorstep.web.Problems;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class ReferencePageTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** Half past midnight in the office, still yesterday in Greenwich. */
    private static final Clock CLOCK =
            Clock.fixed(LocalDate.of(2026, 3, 2).atTime(0, 30).atZone(ZONE).toInstant(), ZONE);

    private MockMvc web = MockMvcBuilders.standaloneSetup().build();

    @BeforeEach
    void a_small_county() {
        var database = Databases.h2();
        Migration.ofFacts(database);
        var data = new ReferenceData(database);
        var loading = new ReferenceLoading(database, new JdbcTransactionManager(database), data, CLOCK);
        load(loading, ReferenceKind.PLACE, """
                code,name,validFrom,validTo
                990101,甲县,,
                990101100,甲乡,,2026-03-02
                990101100,甲镇,2026-03-02,
                990101101,乙镇,,
                990101100201,东村,,
                """);
        load(loading, ReferenceKind.UNIT, "code,name,place\nu-land,甲县土地局,990101\nu-town,甲镇政府,990101100\n");
        load(loading, ReferenceKind.CATEGORY, "code,name,level,parent\n01,农村农业,1,\n0101,土地承包,2,01\n");
        load(loading, ReferenceKind.OFFICER, "code,name,unit,head\nd-land,负责人甲,u-land,true\nh-town,承办员乙,u-town,\n");
        var deadlines = new Deadlines(Policies.standard(), WorkCalendar.standard(), ZONE);
        web = MockMvcBuilders.standaloneSetup(new ReferencePage(data, new Today(deadlines, CLOCK)))
                .setControllerAdvice(new Problems(new StaticMessageSource()))
                .build();
    }

    @Test
    void Places_are_listed_by_subtree_level_and_words() throws Exception {
        expect("/api/places", "code", "990101", "990101100", "990101100201", "990101101");
        expect("/api/places?under=990101100", "code", "990101100", "990101100201");
        expect("/api/places?level=TOWNSHIP&under=990101", "code", "990101100", "990101101");
        expect("/api/places?q=东", "code", "990101100201");
        expect("/api/places?q=101101", "code", "990101101");
    }

    @Test
    void Places_are_what_they_were_on_the_day_and_today_is_the_offices_day() throws Exception {
        expect("/api/places?level=TOWNSHIP&q=甲", "name", "甲镇");
        expect("/api/places?level=TOWNSHIP&q=甲&on=2026-03-01", "name", "甲乡");
    }

    @Test
    void Units_categories_and_officers_are_listed_too() throws Exception {
        expect("/api/units", "id", "u-land", "u-town");
        expect("/api/units?place=990101100", "id", "u-town");
        expect("/api/categories?level=2", "code", "0101");
        expect("/api/categories?under=01", "code", "01", "0101");
        expect("/api/officers?unit=u-land", "id", "d-land");
        web.perform(get("/api/officers?q=d-land"))
                .andExpect(jsonPath("$.items[0].head").value(true))
                .andExpect(jsonPath("$.items[0].unit").value("u-land"));
    }

    @Test
    void What_cannot_be_understood_is_named() throws Exception {
        refuse("/api/places?on=yesterday", "on", "NOT_A_DATE");
        refuse("/api/places?level=HAMLET", "level", "UNKNOWN_CONSTANT");
        refuse("/api/categories?level=4", "level", "UNKNOWN_CONSTANT");
        refuse("/api/officers?under=u-land", "under", "UNKNOWN_FIELD");
    }

    private void expect(String url, String field, String... values) throws Exception {
        web.perform(get(url))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*]." + field).value(contains(values)));
    }

    private void refuse(String url, String field, String code) throws Exception {
        web.perform(get(url))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(field))
                .andExpect(jsonPath("$.errors[0].code").value(code));
    }

    private static void load(ReferenceLoading loading, ReferenceKind kind, String csv) {
        loading.load(kind, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), null);
    }
}
