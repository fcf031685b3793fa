package io.doorstep.reference.loading;

import static io.doorstep.reference.loading.Office.TODAY;
import static io.doorstep.reference.loading.ReferenceKind.CATEGORY;
import static io.doorstep.reference.loading.ReferenceKind.OFFICER;
import static io.doorstep.reference.loading.ReferenceKind.PLACE;
import static io.doorstep.reference.loading.ReferenceKind.UNIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.reference.Category;
import io.doorstep.reference.Place;
import io.doorstep.reference.PlaceLevel;
import io.doorstep.reference.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

class LoadingTest {

    private static final String PLACES = """
            # 虚构
            code,name,level,parent,lat,lon
            990101100201,甲村,village,990101100,27.0612345678,110.5
            990101,甲县,county,9901,,
            990101100,甲镇,town,990101,,
            990101100201-01,甲村一组,grid,990101100201,,
            """;
    private static final String UNITS = """
            code,name,place,parent
            u-land-east,东片所,990101,u-land
            u-land,甲局,990101,
            """;

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void A_table_comes_in_whatever_the_order_of_its_rows(DataSource database) {
        var office = new Office(database);
        assertThat(office.load(PLACE, PLACES)).isEqualTo(new LoadReport(4, 4, 0, 0));
        var village = office.data.place("990101100201", TODAY).orElseThrow();
        assertThat(village.path()).isEqualTo("/990101/990101100/990101100201/");
        assertThat(village.level()).isEqualTo(PlaceLevel.VILLAGE);
        assertThat(village.lat()).isEqualByComparingTo("27.061235");
        assertThat(office.data.place("990101100201-01", TODAY).map(Place::parent))
                .contains("990101100201");
        assertThat(office.data.place("990101", LocalDate.of(1990, 1, 1)))
                .as("a case of long ago finds its place")
                .isPresent();
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void The_same_table_again_changes_nothing(DataSource database) {
        var office = new Office(database);
        office.load(PLACE, PLACES);
        office.load(UNIT, UNITS);
        var before = new JdbcTemplate(database).queryForList("select * from place order by code, valid_from");
        assertThat(office.load(PLACE, PLACES)).isEqualTo(new LoadReport(4, 0, 0, 4));
        assertThat(office.load(PLACE, PLACES, TODAY.plusYears(1))).isEqualTo(new LoadReport(4, 0, 0, 4));
        assertThat(office.load(UNIT, UNITS)).isEqualTo(new LoadReport(2, 0, 0, 2));
        assertThat(new JdbcTemplate(database).queryForList("select * from place order by code, valid_from"))
                .isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void A_new_name_holds_from_today_and_the_old_one_until_then(DataSource database) {
        var office = new Office(database);
        office.load(PLACE, PLACES);
        assertThat(office.load(PLACE, "code,name\n990101100,乙镇\n")).isEqualTo(new LoadReport(1, 0, 1, 0));
        assertThat(office.data.place("990101100", TODAY.minusDays(1)).map(Place::name))
                .contains("甲镇");
        assertThat(office.data.place("990101100", TODAY).map(Place::name)).contains("乙镇");
        assertThat(office.data.places(null, TODAY)).hasSize(4);
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void A_new_name_holds_from_the_given_day_and_never_rewrites_what_came_after(DataSource database) {
        var office = new Office(database);
        office.load(PLACE, PLACES);
        var renamed = "code,name\n990101100,乙镇\n";
        office.load(PLACE, renamed, LocalDate.of(2020, 7, 1));
        assertThat(office.data.place("990101100", LocalDate.of(2020, 6, 30)).map(Place::name))
                .contains("甲镇");
        assertThat(office.faults(() -> office.load(PLACE, "code,name\n990101100,丙镇\n", LocalDate.of(2019, 1, 1))))
                .containsExactly("2 validFrom TOO_EARLY");
        assertThat(office.load(PLACE, "code,name\n990101100,丙镇\n", LocalDate.of(2020, 7, 1)))
                .as("a slip of the same day is mended in place")
                .isEqualTo(new LoadReport(1, 0, 1, 0));
        assertThat(new JdbcTemplate(database)
                        .queryForObject("select count(*) from place where code = '990101100'", Long.class))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void A_table_may_tell_the_whole_history_and_the_end(DataSource database) {
        var office = new Office(database);
        var history = """
                编码,名称,起,止
                990101,甲县,,
                990101200,乙乡,2010/1/1,
                990101200,甲乡,1990-01-01,2010年1月1日
                990101300,丙乡,19900101,2015.7.1
                """;
        assertThat(office.load(PLACE, history)).isEqualTo(new LoadReport(4, 4, 0, 0));
        assertThat(office.load(PLACE, history)).isEqualTo(new LoadReport(4, 0, 0, 4));
        assertThat(office.data.place("990101200", LocalDate.of(2009, 12, 31)).map(Place::name))
                .contains("甲乡");
        assertThat(office.data.place("990101200", LocalDate.of(2010, 1, 1)).map(Place::name))
                .contains("乙乡");
        assertThat(office.data.place("990101300", LocalDate.of(2015, 6, 30))).isPresent();
        assertThat(office.data.place("990101300", LocalDate.of(2015, 7, 1))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void The_oldest_row_of_a_history_needs_no_first_day(DataSource database) {
        var office = new Office(database);
        var history = """
                code,name,validFrom,validTo
                990101,甲市,2020-01-01,
                990101,甲县,,
                """;
        assertThat(office.load(PLACE, history)).isEqualTo(new LoadReport(2, 2, 0, 0));
        assertThat(office.load(PLACE, history)).isEqualTo(new LoadReport(2, 0, 0, 2));
        assertThat(office.data.place("990101", LocalDate.of(2019, 12, 31)).map(Place::name))
                .contains("甲县");
        assertThat(office.data.place("990101", TODAY).map(Place::name)).contains("甲市");
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void What_lies_below_a_unit_that_moved_moves_with_it(DataSource database) {
        var office = new Office(database);
        office.load(PLACE, PLACES);
        office.load(UNIT, UNITS);
        office.load(UNIT, "code,name,place\nu-city,乙局,990101\n");
        office.load(UNIT, "code,name,place,parent\nu-land,甲局,990101,u-city\n");
        assertThat(office.data.unit("u-land-east", TODAY).map(Unit::path)).contains("/u-city/u-land/u-land-east/");
        assertThat(office.data.unit("u-land-east", TODAY.minusDays(1)).map(Unit::path))
                .contains("/u-land/u-land-east/");
        assertThat(office.load(UNIT, "code,name,place,parent\nu-land-east,东片所,990101,u-land\n"))
                .isEqualTo(new LoadReport(1, 0, 0, 1));
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void An_officer_changes_units(DataSource database) {
        var office = new Office(database);
        office.load(PLACE, PLACES);
        office.load(UNIT, UNITS);
        office.load(OFFICER, "账号,姓名,单位,负责人\nd-land,负责人甲,u-land,是\nh-land,承办员甲,u-land,否\n");
        assertThat(office.data.heads("u-land", "d-land", TODAY)).isTrue();
        assertThat(office.data.heads("u-land", "h-land", TODAY)).isFalse();
        office.load(OFFICER, "code,name,unit,head\nd-land,负责人甲,u-land-east,true\n");
        assertThat(office.data.heads("u-land", "d-land", TODAY)).isFalse();
        assertThat(office.data.heads("u-land", "d-land", TODAY.minusDays(1))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void Categories_stand_in_three_levels(DataSource database) {
        var office = new Office(database);
        var table = "编码,名称,级别,上级\n010101,土地承包合同,三级,0101\n0101,土地承包,二级,01\n01,农村农业,一级,\n";
        assertThat(office.load(CATEGORY, table.getBytes(Charset.forName("GBK")), null))
                .isEqualTo(new LoadReport(3, 3, 0, 0));
        assertThat(office.data.categories("01", TODAY))
                .extracting(Category::path)
                .containsExactly("/01/", "/01/0101/", "/01/0101/010101/");
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void A_workbook_with_numbers_and_true_dates_comes_in_as_a_CSV_file_does(DataSource database) throws IOException {
        var office = new Office(database);
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Doorstep", "1.0")) {
            var sheet = workbook.newWorksheet("区划");
            sheet.value(0, 0, "编码");
            sheet.value(0, 1, "名称");
            sheet.value(0, 2, "起");
            sheet.value(1, 0, 990_101);
            sheet.value(1, 1, "甲县");
            sheet.value(2, 0, 990_101_100_201L);
            sheet.value(2, 1, "甲村");
            sheet.value(2, 2, LocalDate.of(2012, 5, 1));
            sheet.style(2, 2).format("yyyy-mm-dd").set();
            sheet.value(3, 0, 990_101_100);
            sheet.value(3, 1, "甲镇");
        }
        assertThat(office.load(PLACE, bytes.toByteArray(), null)).isEqualTo(new LoadReport(3, 3, 0, 0));
        assertThat(office.data.place("990101100201", TODAY).map(Place::validFrom))
                .contains(LocalDate.of(2012, 5, 1));
    }
}
