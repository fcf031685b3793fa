package io.doorstep.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 台账导入。 A ledger with bad rows: seen, mapped, rehearsed, imported; its bad rows mended and sent again. */
@ExtendWith(Browser.class)
class ImportsTest {

    /** So that an office where this test ran before does not know these rows. */
    private static final String RUN = UUID.randomUUID().toString().substring(0, 4);

    private static final String LEDGER = """
            洞口县信访登记簿,,,,,,,,,
            编号,登记时间,事项,反映内容,信访人姓名,联系电话,来访形式,所属乡镇,责任单位,备注
            XF-001,2023/3/2 9:05,村道塌方无人修,去年秋天塌方后一直没人管,张某甲,10012340001,来访,高沙镇,民政局,
            XF-002,2023/3/5 10:20,拖欠工程款,包工头拖欠工资两年,李某乙,10012340002,来信,文昌街道,人社局,
            XF-003,昨天上午,低保被取消,不知道为什么取消,王某丙,10012340003,来访,高沙镇,民政局,
            XF-004,2023/3/9,,与邻居有争议,赵某丁,10012340004,飞鸽传书,高沙镇,水族馆,
            """.replace("XF-", "XF-" + RUN + "-");
    private static final Pattern AN_IMPORT = Pattern.compile("/imports/[0-9a-f-]{36}$");

    @Test
    void bad_rows_come_back_are_mended_and_nothing_is_doubled(Desks desks, Office office) throws IOException {
        var before = cases(office);
        var desk = desks.of("officer");
        desk.open("/imports");
        desk.find("a[href='/imports/new']").first().click();

        choose(desk, "ledger.csv", LEDGER.getBytes(Charset.forName("GBK")));
        assertThat(desk.find("#charset")).hasValue("GB18030");
        assertThat(desk.find("#headingLine")).hasValue("2");
        assertThat(column(desk, "登记时间")).hasValue("reportedAt");
        assertThat(column(desk, "责任单位")).hasValue("unit");
        assertThat(column(desk, "备注")).hasValue("");
        assertThat(code(desk, "人社局")).hasValue("洞口县人力资源和社会保障局");
        assertThat(desk.find("#missing")).containsText("分类");
        desk.find("#rehearse").click();
        assertThat(desk.find("#faults")).containsText("分类");
        give(desk, "category", "05");
        assertThat(desk.find("#missing")).hasText("必需的内容都有了。");
        desk.find("#source").fill("2023年信访登记簿");
        desk.picture("import", "#s-columns");

        // a dry run: the report of an import, and no case
        desk.find("#rehearse").click();
        var report = desk.find("#result #import[data-state=DONE]");
        assertThat(report).isVisible();
        assertThat(tally(desk, 0)).hasText("2");
        assertThat(tally(desk, 3)).hasText("2");
        assertThat(report).containsText("登记时间：日期不符合");
        assertThat(Axe.serious(desk.page())).isEmpty();
        assertThat(cases(office)).isEqualTo(before);

        // the import itself, without another upload
        report.locator("form[data-command] button").click();
        desk.page().waitForURL(AN_IMPORT);
        assertThat(desk.find("#import[data-state=DONE]")).isVisible();
        assertThat(tally(desk, 0)).hasText("2");
        office.waitForLists();
        assertThat(cases(office)).isEqualTo(before + 2);
        desk.picture("import-report");

        // the bad rows as a file; mended, they are sent as they are
        var download = desk.page()
                .waitForDownload(() -> desk.find("a[href$='failed-rows.csv']").click());
        var rows = Files.readString(download.path());
        assertThat(rows.lines()).hasSize(3);
        assertThat(rows).contains("需改正之处", "事项：必填。", "10012340004").doesNotContain("-001");
        var mended = rows.replace("昨天上午", "2023/3/8")
                .replace("-004,2023/3/9,,", "-004,2023/3/9,承包地边界不清,")
                .replace("飞鸽传书", "来信")
                .replace("水族馆", "民政局");
        sendAgain(desk, mended);
        assertThat(tally(desk, 0)).hasText("2");
        office.waitForLists();
        assertThat(cases(office)).isEqualTo(before + 4);

        sendAgain(desk, mended);
        assertThat(tally(desk, 0)).hasText("0");
        assertThat(tally(desk, 1)).hasText("2");
        assertThat(desk.find("#import")).containsText("没有未导入的行");
        office.waitForLists();
        assertThat(cases(office)).isEqualTo(before + 4);
    }

    @ParameterizedTest
    @EnumSource(
            value = Size.class,
            names = {"DESK", "PHONE", "ZOOMED"})
    void the_wizard_is_fit_for_everybody_once_a_ledger_is_chosen(Size size, Desks desks) {
        for (var language : Language.values()) {
            var desk = desks.of("officer", language, size);
            desk.open("/imports/new");
            choose(desk, "ledger.csv", LEDGER.getBytes(StandardCharsets.UTF_8));
            assertThat(Axe.serious(desk.page())).isEmpty();
            var width = (Number) desk.page().evaluate("document.documentElement.scrollWidth");
            assertThat(width.intValue()).isLessThanOrEqualTo(size.width);
        }
    }

    @Test
    void what_is_no_ledger_is_refused_in_words(Desks desks) {
        var desk = desks.of("officer").mayHear(400);
        desk.open("/imports/new");
        desk.find("#file").setInputFiles(file("old.xls", new byte[] {
            (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
        }));
        assertThat(desk.find("#s-file .wrong")).containsText("另存为 .xlsx");
        assertThat(desk.find("#s-columns")).isHidden();
    }

    /** With the mapping of the import that is on the screen. */
    private static void sendAgain(Desk desk, String csv) {
        desk.find("a[href*='like=']").first().click();
        assertThat(desk.find("#like")).isVisible();
        choose(desk, "mended.csv", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(desk.find("#missing")).hasText("必需的内容都有了。");
        desk.find("#import-now").click();
        desk.page().waitForURL(AN_IMPORT);
        assertThat(desk.find("#import[data-state=DONE]")).isVisible();
    }

    private static void choose(Desk desk, String name, byte[] content) {
        desk.find("#file").setInputFiles(file(name, content));
        assertThat(desk.find("#s-columns")).isVisible();
    }

    private static FilePayload file(String name, byte[] content) {
        return new FilePayload(name, "application/octet-stream", content);
    }

    private static Locator column(Desk desk, String heading) {
        return desk.find("#table select[aria-label*='" + heading + "']");
    }

    private static Locator code(Desk desk, String theirs) {
        return desk.find(".codes input[aria-label^='" + theirs + "']");
    }

    private static void give(Desk desk, String target, String words) {
        var line = desk.find(".constant[data-target=" + target + "]");
        line.locator("[role=combobox]").fill(words);
        assertThat(line.locator("[role=option][aria-selected=true]")).isVisible();
        line.locator("[role=combobox]").press("Enter");
    }

    private static Locator tally(Desk desk, int which) {
        return desk.find(".tallies dd").nth(which);
    }

    private static int cases(Office office) {
        return await().atMost(Duration.ofSeconds(10))
                .until(() -> office.json("officer", "/api/lists/problems?size=1"), page -> page.has("total"))
                .get("total")
                .intValue();
    }
}
