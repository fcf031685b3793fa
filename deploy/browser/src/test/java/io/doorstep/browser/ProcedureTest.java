package io.doorstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.doorstep.browser.Casework.choose;
import static io.doorstep.browser.Casework.report;
import static io.doorstep.browser.Casework.step;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** 全程办理。 What does not go straight: returns, extension, supervision, appeals to their end, and an accusation that its unit never meets. */
@ExtendWith(Browser.class)
class ProcedureTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String UNIT = "u-natural-resources";

    @Test
    void a_return_is_refused_and_another_one_granted(Desks desks) {
        var title = "集体林场承包费分配有争议";
        var address = assigned(desks, title, "10098760101");
        var handler = desks.of("handler").open(address);
        step(handler, "sign", form -> {});
        step(handler, "proposeReturn", form -> form.locator("[name=reason]").fill("承包费由村集体经济组织管理。"));

        var dispatcher = desks.of("dispatcher").open(address);
        step(dispatcher, "decideReturn", form -> {
            form.locator("[name=approve]").selectOption("false");
            form.locator("[name=reason]").fill("林权登记由你局负责，先行核实。");
        });
        assertThat(dispatcher.find("#status")).hasText("已签收");
        assertThat(dispatcher.find("#timeline")).containsText("林权登记由你局负责");

        handler.open(address);
        step(handler, "proposeReturn", form -> form.locator("[name=reason]").fill("已核实，不涉及林权登记。"));
        // the unit's open page asks once more for a case that is not the unit's any longer
        handler.mayHear(404);
        dispatcher.open(address);
        step(dispatcher, "decideReturn", form -> form.locator("[name=approve]").selectOption("true"));
        assertThat(dispatcher.find("#status")).hasText("已登记");

        dispatcher.open("/supervision/returns");
        assertThat(dispatcher.find("tr", title)).containsText("1");
    }

    @Test
    void an_extension_needs_the_head_of_the_unit_and_moves_the_last_day(Desks desks) {
        var address = assigned(desks, "征地青苗补偿面积需要复核", "10098760102");
        var handler = desks.of("handler").open(address);
        step(handler, "sign", form -> {});
        step(handler, "accept", form -> form.locator("[name=notice]").fill("已书面告知。"));
        var before = handler.find("[data-part=clocks]").innerText();

        handler.mayHear(409);
        handler.find("#step-extend > summary").click();
        var form = handler.find("#step-extend form");
        form.locator("[name=days]").fill("30");
        form.locator("[name=reason]").fill("需要实地测量。");
        choose(form, "#s-approver", "handler");
        form.locator("[name=noticeGiven]").check();
        form.locator("button[type=submit]").click();
        assertThat(form.locator("[role=alert]")).isVisible();

        choose(form, "#s-approver", "head");
        form.locator("button[type=submit]").click();
        assertThat(handler.find("#timeline")).containsText("需要实地测量");
        assertThat(handler.find("[data-part=clocks]")).not().hasText(before);
    }

    @Test
    void an_order_of_supervision_waits_in_the_due_work_until_it_is_answered(Desks desks) {
        var title = "采石场扬尘影响村民出行";
        var address = assigned(desks, title, "10098760103");
        var supervisor = desks.of("supervisor").open(address);
        step(supervisor, "supervise", form -> {
            form.locator("[name=level]").selectOption("COUNTY");
            form.locator("[name=answerBy]").fill(LocalMinute.inDays(2));
            form.locator("[name=text]").fill("请说明停产整改情况。");
        });

        var handler = desks.of("handler").open("/due");
        assertThat(handler.find("tr.line", title)).containsText("督办");
        handler.open(address);
        step(handler, "answerSupervision", form -> form.locator("[name=text]").fill("已责令停产，加装喷淋。"));
        handler.open("/due");
        assertThat(handler.find("tr.line:has-text('督办')", title)).hasCount(0);

        supervisor.open("/supervision");
        assertThat(supervisor.find("tr", title)).containsText("按期答复");
    }

    @Test
    void appeals_go_through_both_stages_and_come_to_an_end(Desks desks) {
        var address = assigned(desks, "宅基地审批未通过要求说明依据", "10098760104");
        var handler = desks.of("handler").open(address);
        step(handler, "sign", form -> {});
        step(handler, "accept", form -> form.locator("[name=notice]").fill("已书面告知。"));
        step(handler, "resolve", form -> {
            form.locator("[name=outcome]").selectOption("NOT_SUPPORTED");
            form.locator("[name=result]").selectOption("ENDED");
            form.locator("[name=summary]").fill("不符合一户一宅条件。");
            form.locator("[name='evidence[0].text']").fill("审批卷宗。");
            form.locator("[name=stance]").selectOption("OBJECTS");
        });

        var officer = desks.of("officer");
        var supervisor = desks.of("supervisor");
        for (var stage : List.of("REVIEW", "RECHECK")) {
            officer.open(address);
            step(officer, "requestReview", form -> {
                form.locator("[name=stage]").selectOption(stage);
                form.locator("[name=grounds]").fill("认为依据不足。");
            });
            supervisor.open(address);
            if (stage.equals("RECHECK")) {
                step(supervisor, "beginHearing", form -> {});
                assertThat(supervisor.find("#step-decideReview")).hasCount(0);
                step(supervisor, "endHearing", form -> {});
            }
            step(supervisor, "decideReview", form -> {
                form.locator("[name=decision]").selectOption("UPHELD");
                form.locator("[name=summary]").fill("维持原处理意见。");
            });
        }
        officer.open(address);
        assertThat(officer.find("#step-requestReview")).hasCount(0);
        officer.find(".blocked > summary").click();
        assertThat(officer.find(".blocked")).containsText("复核");
    }

    @Test
    void an_accused_unit_finds_nothing_of_a_sealed_accusation(Desks desks) {
        var title = "征收办工作人员优亲厚友";
        var head = desks.of("head");
        var handler = desks.of("handler");
        var before = List.of(counts(head, title), counts(handler, title));
        var officer = desks.of("officer");
        var address = report(officer, title, "10098760105", form -> {
            form.locator("[name=kind]").selectOption("ACCUSATION");
            form.locator("#r-accused").selectOption(UNIT);
        });
        officer.open(address);
        assertThat(officer.find("#step-assign [name=unit] option[value=" + UNIT + "]"))
                .hasCount(0);
        var supervisor = desks.of("supervisor").open("/lists/problems?q=" + title);
        assertThat(supervisor.find("tr.line")).hasCount(1);

        var id = address.replaceFirst(".*/cases/", "");
        for (var desk : List.of(head, handler)) {
            for (var list : List.of("problems", "assignments", "closeouts")) {
                desk.open("/lists/" + list + "?q=" + title);
                assertThat(desk.find("tr.line")).hasCount(0);
                for (var file : List.of("csv", "xlsx")) {
                    assertThat(get(desk, "/api/lists/" + list + "." + file).text())
                            .doesNotContain(title);
                }
            }
            for (var gone : List.of(
                    "/cases/" + id,
                    "/api/cases/" + id,
                    "/api/cases/" + id + "/history",
                    "/cases/" + id + "/print/file.pdf")) {
                assertThat(get(desk, gone).status()).as(gone).isEqualTo(404);
            }
            assertThat(get(desk, "/choose/cases?q=" + encoded(title)).text()).doesNotContain(id);
        }
        assertThat(List.of(counts(head, title), counts(handler, title)))
                .as("and no count of theirs has moved")
                .isEqualTo(before);
    }

    private static String assigned(Desks desks, String title, String phone) {
        var address = report(desks.of("officer"), title, phone);
        step(desks.of("officer").open(address), "assign", form -> {
            form.locator("[name=unit]").selectOption(UNIT);
            choose(form, "#s-officer", "handler");
        });
        return address;
    }

    /** All that a desk can count: each list, the due work, the figures and the compliance view. */
    private static List<String> counts(Desk desk, String title) {
        return List.of(
                total(desk, "/api/lists/problems"),
                total(desk, "/api/lists/problems?q=" + encoded(title)),
                total(desk, "/api/lists/assignments"),
                total(desk, "/api/lists/closeouts"),
                figures(desk, "/api/statistics/resolution?from=2020-01-01&to=2030-01-01"),
                figures(desk, "/api/statistics/resolution?from=2020-01-01&to=2030-01-01&by=kind"),
                figures(desk, "/api/compliance?from=2020-01-01&to=2030-01-01"),
                JSON.readTree(get(desk, "/api/due-work?whose=all").text())
                        .get("counts")
                        .toString());
    }

    private static String total(Desk desk, String list) {
        return JSON.readTree(get(desk, list).text()).get("total").toString();
    }

    /** What was counted, without the moment that it was asked at. */
    private static String figures(Desk desk, String address) {
        var answer = get(desk, address);
        assertThat(answer.status()).as(address + " " + answer.text()).isEqualTo(200);
        var figures = (ObjectNode) JSON.readTree(answer.text());
        figures.remove(List.of("at", "knownAt"));
        return figures.toString();
    }

    private static APIResponse get(Desk desk, String address) {
        return desk.page().request().get(address);
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
