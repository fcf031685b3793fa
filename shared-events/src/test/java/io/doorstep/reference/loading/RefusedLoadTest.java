package io.doorstep.reference.loading;

import static io.doorstep.reference.loading.Office.TODAY;
import static io.doorstep.reference.loading.ReferenceKind.CATEGORY;
import static io.doorstep.reference.loading.ReferenceKind.OFFICER;
import static io.doorstep.reference.loading.ReferenceKind.PLACE;
import static io.doorstep.reference.loading.ReferenceKind.UNIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.testing.Databases;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RefusedLoadTest {

    private Office office = new Office(Databases.h2());

    @BeforeEach
    void a_county_and_a_unit() {
        office.load(PLACE, "code,name\n990101,甲县\n990101100,甲镇\n");
        office.load(UNIT, "code,name,place\nu-land,甲局,990101\n");
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.testing.Databases#both")
    void One_bad_row_keeps_all_the_others_out(DataSource database) {
        var other = new Office(database);
        assertThat(other.faults(PLACE, "code,name\n990101,甲县\n990101100,甲镇\n990102100,乙镇\n"))
                .containsExactly("4 parent UNKNOWN_PARENT");
        assertThat(other.data.isEmpty()).isTrue();
    }

    @Test
    void Every_fault_of_every_row_is_named_at_once() {
        assertThat(office.faults(PLACE, """
                        code,name,level,parent,lat,validFrom,validTo
                        99010110,甲,,,,,
                        990101101,,village,990102,91,2020-02-30,
                        990101102,乙镇,town,,x,2020-01-01,2020-01-01
                        """))
                .containsExactly(
                        "2 code NOT_A_PLACE_CODE",
                        "3 validFrom NOT_A_DATE",
                        "3 level WRONG_LEVEL",
                        "3 parent WRONG_PARENT",
                        "3 name REQUIRED",
                        "3 lat NOT_A_COORDINATE",
                        "4 validTo WRONG_END",
                        "4 lat NOT_A_COORDINATE");
    }

    @ParameterizedTest
    @CsvSource({
        "99010,NOT_A_PLACE_CODE",
        "990101100-01,NOT_A_PLACE_CODE",
        "990101100201-,NOT_A_PLACE_CODE",
        "990101999201,UNKNOWN_PARENT",
        "990101100201-01,UNKNOWN_PARENT"
    })
    void A_place_has_a_division_code_whose_upper_part_is_known(String code, String fault) {
        assertThat(office.faults(PLACE, "code,name\n" + code + ",某地\n"))
                .singleElement()
                .asString()
                .endsWith(fault);
    }

    @Test
    void Headings_are_understood_or_refused_never_ignored() {
        assertThat(office.faults(PLACE, "code,title,code\n"))
                .containsExactly("1 column 2 UNKNOWN_COLUMN", "1 code COLUMN_TWICE", "1 name COLUMN_MISSING");
        assertThat(office.faults(PLACE, "code,name,head\n")).containsExactly("1 column 3 UNKNOWN_COLUMN");
        assertThat(office.faults(PLACE, "")).containsExactly("1  NO_HEADING");
    }

    @Test
    void An_entry_comes_once_for_each_first_day() {
        assertThat(office.faults(PLACE, "code,name\n990101101,乙镇\n990101101,丙镇\n"))
                .containsExactly("3 code TWICE");
    }

    @Test
    void A_unit_works_for_a_known_place_and_never_stands_below_itself() {
        assertThat(office.faults(UNIT, "code,name,place,parent\nu-a,甲,990109,\nu-b,乙,990101,u-none\n"))
                .containsExactly("2 place UNKNOWN_PLACE", "3 parent UNKNOWN_PARENT");
        assertThat(office.faults(
                        UNIT, "code,name,place,parent\nu-a,甲,990101,u-b\nu-b,乙,990101,u-a\nu-c,丙,990101,u-a\n"))
                .containsExactly("2 parent CIRCLE", "3 parent CIRCLE");
    }

    @Test
    void A_category_stands_one_level_below_its_parent() {
        assertThat(office.faults(
                        CATEGORY, "code,name,level,parent\n01,一,1,\n0101,二,3,01\n02,三,1,01\n03,四,4,\n04,五,2,\n"))
                .containsExactly("4 level WRONG_LEVEL", "5 level WRONG_LEVEL", "6 level WRONG_LEVEL");
        assertThat(office.faults(CATEGORY, "code,name,level,parent\n01,一,1,\n0101,二,3,01\n"))
                .containsExactly("3 level WRONG_LEVEL");
    }

    @ParameterizedTest
    @CsvSource({"13712345678,PERSONAL_NUMBER", "11010119900307123X,PERSONAL_NUMBER", "张三,NOT_AN_ID", "a/b,NOT_AN_ID"})
    void An_id_says_nothing_about_a_person(String id, String fault) {
        assertThat(office.faults(OFFICER, "code,name,unit\n" + id + ",承办员甲,u-land\n"))
                .containsExactly("2 code " + fault);
    }

    @Test
    void An_officer_works_for_a_known_unit() {
        assertThat(office.faults(OFFICER, "code,name,unit,head\nh-a,承办员甲,u-none,\nh-b,承办员乙,u-land,是\n"))
                .containsExactly("2 unit UNKNOWN_UNIT");
        assertThat(office.faults(OFFICER, "code,name,unit,head\nh-b,承办员乙,u-land,也许\n"))
                .containsExactly("2 head NOT_YES_OR_NO");
        assertThat(office.data.officers(null, TODAY)).isEmpty();
    }
}
