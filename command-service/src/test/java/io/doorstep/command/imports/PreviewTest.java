package io.doorstep.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.doorstep.command.web.AskResolver;
import io.doorstep.identity.Actor;
import io.doorstep.identity.SignedIn;
import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import io.doorstep.web.Problems;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.MessageSource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** 预览台账。 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreviewTest {

    private static final String LEDGER = """
            洞口县信访登记簿,,,,,,
            序号,编号,登记时间,事项,信访人姓名（必填）,来访形式,责任单位,备注,备注
            1,A-1,2019/1/2 9:05:00,修路,张三,来访,自资局,,
            2,A-2,2019-03-04,用水,李四,12345热线,自资局,,
            3,A-3,去年,用电,王五,飞鸽,财政局,,
            """;

    private final ImportOffice office = new ImportOffice(Databases.h2Url());
    private MockMvc web = MockMvcBuilders.standaloneSetup().build();

    @BeforeAll
    void an_office() {
        office.furnished();
        web = MockMvcBuilders.standaloneSetup(office.bean(PreviewEndpoint.class))
                .setControllerAdvice(new Problems(office.bean(MessageSource.class)))
                .setCustomArgumentResolvers(new AskResolver())
                .build();
    }

    @BeforeEach
    void an_officer() {
        signIn(Role.PETITION_OFFICER);
    }

    @AfterEach
    void nobody_stays_signed_in() {
        SecurityContextHolder.clearContext();
    }

    @AfterAll
    void the_office_closes() {
        office.close();
    }

    @Test
    void The_columns_of_a_ledger_are_recognised() throws Exception {
        var before = kept();
        look(file("信访登记簿2019.csv", LEDGER.getBytes(Charset.forName("GBK"))))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(jsonPath("$.sheets.length()").value(0))
                .andExpect(jsonPath("$.sheet").doesNotExist())
                .andExpect(jsonPath("$.charset").value("GB18030"))
                .andExpect(jsonPath("$.source").value("信访登记簿2019"))
                .andExpect(jsonPath("$.zone").value("Asia/Shanghai"))
                .andExpect(jsonPath("$.headingLine").value(2))
                .andExpect(jsonPath("$.rowsTotal").value(3))
                .andExpect(jsonPath("$.columns[?(@.heading == '编号')].target").value("id"))
                .andExpect(jsonPath("$.columns[?(@.heading == '序号')].target").isEmpty())
                .andExpect(jsonPath("$.columns[2].target").value("reportedAt"))
                .andExpect(jsonPath("$.columns[2].dateFormats").value(contains("yyyy-M-d", "yyyy/M/d H:mm:ss")))
                .andExpect(jsonPath("$.columns[3].target").value("title"))
                .andExpect(jsonPath("$.columns[4].target").value("petitioner.name"))
                .andExpect(jsonPath("$.columns[5].target").value("channel"))
                .andExpect(jsonPath("$.columns[5].values").value(contains("来访", "12345热线", "飞鸽")))
                .andExpect(jsonPath("$.columns[5].codes.channel.来访.code").value("VISIT"))
                .andExpect(jsonPath("$.columns[5].codes.channel.12345热线.code").value("HOTLINE"))
                .andExpect(jsonPath("$.columns[5].codes.channel.飞鸽").doesNotExist())
                .andExpect(jsonPath("$.columns[6].target").value("unit"))
                .andExpect(jsonPath("$.columns[6].codes.unit.自资局.code").value("u-land"))
                .andExpect(jsonPath("$.columns[6].codes.unit.自资局.sure").value(false))
                .andExpect(jsonPath("$.columns[7].ambiguous").value(true))
                .andExpect(jsonPath("$.rows[0].line").value(3))
                .andExpect(jsonPath("$.rows[0].cells[3]").value("修路"))
                .andExpect(jsonPath("$.constants.kind").value("PETITION"))
                .andExpect(jsonPath("$.constants.place").value("430525"))
                .andExpect(jsonPath("$.targets[?(@.target == 'reportedAt')].required")
                        .value(true))
                .andExpect(
                        jsonPath("$.targets[?(@.target == 'reportedAt')].name").value("登记时间"))
                .andExpect(jsonPath("$.targets[?(@.target == 'result')].constants[*]")
                        .value(containsInAnyOrder("SETTLED", "ENDED")));
        assertThat(kept()).as("nothing is kept of it").isEqualTo(before);
    }

    @Test
    void A_workbook_names_its_sheets_and_its_true_dates() throws Exception {
        var workbook = workbook();
        look(file("book.xlsx", workbook))
                .andExpect(jsonPath("$.sheets[*]").value(contains("说明", "登记")))
                .andExpect(jsonPath("$.sheet").value("说明"));
        web.perform(multipart("/api/imports/preview")
                        .file(file("book.xlsx", workbook))
                        .param("sheet", "登记")
                        .locale(Locale.ENGLISH))
                .andExpect(jsonPath("$.sheet").value("登记"))
                .andExpect(jsonPath("$.columns[*].heading").value(contains("Case No.", "Created", "d/m")))
                .andExpect(jsonPath("$.columns[*].target").value(contains("id", "reportedAt")))
                .andExpect(jsonPath("$.columns[1].trueDates").value(true))
                .andExpect(jsonPath("$.columns[2].dayOrMonth").value(true))
                .andExpect(jsonPath("$.rows[0].cells[1]").value("2019-02-28 11:25:06"))
                .andExpect(
                        jsonPath("$.targets[?(@.target == 'reportedAt')].name").value("Reported"));
    }

    @Test
    void Mappings_of_earlier_ledgers_with_the_same_headings_are_offered() throws Exception {
        var csv = "编号,时间,主题\n1,2019-01-02,修路\n";
        var mapping = """
                {"source": "%s", "zone": "Asia/Shanghai", "dateFormats": ["yyyy-MM-dd"],
                 "columns": {"id": "编号", "reportedAt": "时间", "title": "主题"},
                 "constants": {"kind": "PETITION", "channel": "ONLINE", "category": "01", "place": "430525"}}
                """;
        office.ended(office.take(mapping.formatted("旧台账"), csv));
        var newest = office.rehearse(mapping.formatted("旧台账"), csv);
        office.ended(newest);
        var mended = "时间,编号,主题,需改正之处（导入时不读此栏）\n2019-01-03,2,修桥,\"标题：必填。\"\n";
        look(file("x.csv", mended.getBytes(StandardCharsets.UTF_8)))
                .andExpect(jsonPath("$.columns.length()").value(3))
                .andExpect(jsonPath("$.rows[0].cells.length()").value(3))
                .andExpect(jsonPath("$.earlier.length()").value(1))
                .andExpect(jsonPath("$.earlier[0].importId").value(newest))
                .andExpect(jsonPath("$.earlier[0].source").value("旧台账"));
        office.execute("delete from ledger_import");
    }

    @Test
    void What_cannot_be_read_is_named() throws Exception {
        web.perform(multipart("/api/imports/preview").param("headingLine", "x").param("charset", "GBX"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].field").value(containsInAnyOrder("file", "headingLine", "charset")));
        web.perform(multipart("/api/imports/preview")
                        .file(file("x.csv", LEDGER.getBytes(StandardCharsets.UTF_8)))
                        .param("headingLine", "99"))
                .andExpect(jsonPath("$.errors[*].code").value(hasItem("OUT_OF_RANGE")));
        look(file("x.csv", "\n\n".getBytes(StandardCharsets.UTF_8)))
                .andExpect(jsonPath("$.errors[0].code").value("EMPTY_FILE"));
        web.perform(multipart("/api/imports/preview")
                        .file(file("b.xlsx", workbook()))
                        .param("sheet", "没有"))
                .andExpect(jsonPath("$.errors[0].field").value("sheet"));
        signIn(Role.SUPERVISOR);
        look(file("x.csv", LEDGER.getBytes(StandardCharsets.UTF_8))).andExpect(status().isForbidden());
    }

    private long kept() {
        // the office's own keys are made in the background, as soon as they are needed
        return office.count("select (select count(*) from ledger_import) + (select count(*) from vault.subject_key"
                + " where key_id not in ('ledger.signing-key', 'visits.office-key'))");
    }

    private ResultActions look(MockMultipartFile file) throws Exception {
        return web.perform(multipart("/api/imports/preview").file(file).locale(Locale.CHINESE));
    }

    private static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("file", name, null, content);
    }

    private static byte[] workbook() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            workbook.newWorksheet("说明").value(0, 0, "请看第二张表");
            var sheet = workbook.newWorksheet("登记");
            sheet.value(0, 0, "Case No.");
            sheet.value(0, 1, "Created");
            sheet.value(0, 2, "d/m");
            sheet.value(1, 0, 1);
            sheet.value(1, 1, LocalDateTime.of(2019, 2, 28, 11, 25, 6));
            sheet.style(1, 1).format("yyyy-mm-dd hh:mm:ss").set();
            sheet.value(1, 2, "3/4/2019");
        }
        return bytes.toByteArray();
    }

    private static void signIn(Role role) {
        SignedIn somebody = () -> Actor.of("officer", null, role);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(somebody, null));
    }
}
