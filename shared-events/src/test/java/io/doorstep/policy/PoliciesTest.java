package io.doorstep.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.terms.CaseKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoliciesTest {

    private static final Policy NATIONAL = SamplePolicies.NATIONAL;

    @ParameterizedTest
    @CsvSource({
        "TRANSFER, 15, CALENDAR_DAYS",
        "OBJECTION, 5, WORKING_DAYS",
        "NOTICE, 15, CALENDAR_DAYS",
        "HANDLING, 60, CALENDAR_DAYS",
        "MEDIATION, 30, CALENDAR_DAYS",
        "REVISIT, 30, CALENDAR_DAYS",
        "REVIEW_REQUEST, 30, CALENDAR_DAYS",
        "REVIEW, 30, CALENDAR_DAYS",
        "RECHECK_REQUEST, 30, CALENDAR_DAYS",
        "RECHECK, 30, CALENDAR_DAYS",
        "JUDICIAL_CONFIRMATION, 30, CALENDAR_DAYS",
    })
    void the_national_clocks(DeadlineClock clock, int length, DayCount counts) {
        assertThat(NATIONAL.clock(clock).length()).isEqualTo(length);
        assertThat(NATIONAL.clock(clock).counts()).isEqualTo(counts);
        assertThat(NATIONAL.clock(clock).source()).isNotBlank();
    }

    @Test
    void the_national_limits() {
        assertThat(NATIONAL.validFrom()).isEqualTo("2022-05-01");
        assertThat(NATIONAL.rollOver()).isTrue();
        assertThat(NATIONAL.lights().notice()).isEqualByComparingTo("0.50");
        assertThat(NATIONAL.lights().amber()).isEqualByComparingTo("0.75");
        assertThat(NATIONAL.lights().red()).isEqualByComparingTo("0.90");
        assertThat(NATIONAL.lateEntryReasonAfterDays()).isEqualTo(365);
        assertThat(NATIONAL.lateMarkAfterHours()).isEqualTo(24);
        assertThat(NATIONAL.maxAheadMinutes()).isEqualTo(5);
        assertThat(NATIONAL.maxExtensionDays()).isEqualTo(30);
        assertThat(NATIONAL.firstTimeObservationDays()).isEqualTo(90);
        assertThat(NATIONAL.maxRepresentatives()).isEqualTo(5);
        assertThat(NATIONAL.ratingWindowDays()).isEqualTo(30);
        assertThat(NATIONAL.cutOffHour()).isEqualTo(24);
        assertThat(NATIONAL.noMeetingWeek().minWorkingDays()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "DISPUTE, true, false",
        "DISPUTE, false, true",
        "PETITION, true, true",
        "PETITION, false, true",
        "VILLAGE_ISSUE, true, true",
    })
    void only_a_dispute_settled_on_the_spot_needs_no_revisit(CaseKind kind, boolean onTheSpot, boolean needed) {
        assertThat(NATIONAL.needsRevisit(kind, onTheSpot)).isEqualTo(needed);
    }

    @Test
    void a_whole_kind_can_be_exempt() {
        assertThat(new RevisitExemption(CaseKind.SUGGESTION, false).covers(CaseKind.SUGGESTION, false))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1900-01-01, national-1", // before all versions: the earliest
        "2022-05-01, national-1",
        "2025-12-31, national-1",
        "2026-01-01, county-1",
        "2026-06-30, county-1",
        "2026-07-01, county-2",
        "2099-01-01, county-2",
    })
    void the_version_in_force_on_a_day(LocalDate day, String version) {
        Policies policies = new Policies(List.of(
                SamplePolicies.named("county-2", LocalDate.parse("2026-07-01")),
                NATIONAL,
                SamplePolicies.named("county-1", LocalDate.parse("2026-01-01"))));

        assertThat(policies.on(day).version()).isEqualTo(version);
        assertThat(policies.all()).extracting(Policy::version).containsExactly("national-1", "county-1", "county-2");
    }

    @Test
    void an_unknown_version_is_an_error() {
        assertThatThrownBy(() -> Policies.standard().version("national-0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("national-0");
    }

    @Test
    void no_two_versions_share_a_name_or_a_first_day() {
        assertThatThrownBy(() -> new Policies(List.of(NATIONAL, SamplePolicies.named("national-1", LocalDate.EPOCH))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> new Policies(List.of(NATIONAL, SamplePolicies.named("county-1", NATIONAL.validFrom()))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Policies(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_folder_adds_versions(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("county-1.json"),
                nationalJson().replace("national-1", "county-1").replace("2022-05-01", "2026-01-01"));

        assertThat(Policies.standardWith(folder)
                        .on(LocalDate.parse("2026-01-01"))
                        .version())
                .isEqualTo("county-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"maxExtensionDays\": 30,|",
                "\"maxExtensionDays\"|\"maxExtensionDay\"",
                "\"maxExtensionDays\": 30|\"maxExtensionDays\": null",
                "\"maxExtensionDays\": 30|\"maxExtensionDays\": -1",
                "\"rollOver\": true|\"rollOver\": true, \"rollOver\": false",
                "\"rollOver\": true,|",
                "\"TRANSFER\"|\"TRANSFERS\"",
                "\"length\": 15|\"length\": 0",
                "\"version\": \"national-1\"|\"version\": \" \"",
                "\"validFrom\": \"2022-05-01\"|\"validFrom\": \"1 May\"",
            })
    void a_careless_file_is_refused_and_named(String change, @TempDir Path folder) throws IOException {
        String[] fromTo = change.split("\\|", -1);
        String json = nationalJson();
        assertThat(json).contains(fromTo[0]);
        Files.writeString(folder.resolve("county-1.json"), json.replace(fromTo[0], fromTo[1]));

        assertThatThrownBy(() -> Policies.standardWith(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("county-1.json");
    }

    private static String nationalJson() throws IOException {
        try (InputStream json =
                Objects.requireNonNull(PoliciesTest.class.getResourceAsStream("/policies/national-1.json"))) {
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
