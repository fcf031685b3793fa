package io.doorstep.command.visits;

import static io.doorstep.command.visits.VisitingOffice.BUREAU;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.digest.Sha256;
import io.doorstep.events.cases.AttachmentAdded;
import io.doorstep.events.cases.CaseVisited;
import io.doorstep.identity.Actor;
import io.doorstep.terms.Role;
import io.doorstep.testing.Databases;
import io.doorstep.vault.SealedFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 走访手机。 */
class PhoneTest {

    private static final byte[] PHOTO = Pictures.jpeg(200);

    @TempDir
    static Path files;

    private static VisitingOffice office;

    @BeforeAll
    static void open() {
        office = new VisitingOffice(Databases.h2Url(), files);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void its_token_opens_what_a_visit_needs_and_nothing_else() throws Exception {
        var phone = office.phone("cadre");
        var id = office.assignedCase();
        assertThat(office.visit(phone, id, visit(UUID.randomUUID(), "ESCALATED"))
                        .status())
                .isEqualTo(200);
        var note = office.send(phone, "/api/cases/" + id + "/notes", "{\"text\": \"x\"}");
        assertThat(note.status()).isEqualTo(403);
        assertThat(note.code()).isEqualTo("TOKEN_SCOPE");
        assertThat(office.send(phone, "/api/devices", "{\"name\": \"x\"}").status())
                .isEqualTo(403);
    }

    @Test
    void a_lost_one_is_told_so_and_may_do_nothing() throws Exception {
        var phone = office.phone("cadre");
        var id = office.assignedCase();
        var stranger = Actor.of("other", "u-unit", Role.HANDLER);
        var lost = "/api/devices/" + phone.device() + "/lost";
        assertThat(office.desk(stranger, lost, "{}").status()).isEqualTo(404);
        assertThat(office.desk(Actor.of("cadre", "u-unit", Role.HANDLER), lost, "{}")
                        .status())
                .isEqualTo(204);
        var told = office.visit(phone, id, visit(UUID.randomUUID(), "ESCALATED"));
        assertThat(told.status()).isEqualTo(401);
        assertThat(told.code()).isEqualTo("DEVICE_LOST");
        assertThat(office.facts(id)).noneMatch(CaseVisited.class::isInstance);
    }

    @Test
    void a_new_token_for_the_same_telephone_ends_the_old_one() throws Exception {
        var phone = office.phone("cadre");
        var id = office.assignedCase();
        var again =
                office.desk(Actor.of("cadre", "u-unit", Role.HANDLER), "/api/devices", """
                {"deviceId": "%s", "name": "一号机"}
                """.formatted(phone.device()));
        assertThat(again.status()).isEqualTo(201);
        assertThat(office.visit(phone, id, visit(UUID.randomUUID(), "ESCALATED"))
                        .code())
                .isEqualTo("UNAUTHORIZED");
        var others =
                office.desk(Actor.of("other", "u-unit", Role.HANDLER), "/api/devices", """
                {"deviceId": "%s", "name": "抢来的"}
                """.formatted(phone.device()));
        assertThat(others.status()).isEqualTo(404);
    }

    @Test
    void taking_along_is_on_record_before_anything_is_told() throws Exception {
        var phone = office.phone("cadre");
        var id = office.assignedCase();
        var pack = UUID.randomUUID();
        var taken = office.take(phone, pack, id);
        assertThat(taken.status()).isEqualTo(201);
        assertThat(office.take(phone, pack, id).body()).as("once more").isEqualTo(taken.body());
        assertThat(office.side
                        .jdbc()
                        .sql("select count(*) from access_log where case_id = ? and what = 'PACK' and actor = 'cadre'")
                        .param(id.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(office.take(phone, pack, office.assignedCase()).code()).isEqualTo("SAME_ID_OTHER_CONTENT");
        var foreign = office.take(phone, UUID.randomUUID(), id, UUID.randomUUID());
        assertThat(foreign.status()).isEqualTo(400);
        assertThat(foreign.body().path("errors").get(0).path("field").asString())
                .isEqualTo("cases[1]");
    }

    @Test
    void a_visit_is_taken_in_when_the_case_went_to_others_meanwhile_and_only_from_who_took_it_along() throws Exception {
        var phone = office.phone("cadre");
        var stranger = office.phone("other");
        var id = office.assignedCase();
        office.take(phone, UUID.randomUUID(), id);
        office.assign(id, "u-bureau");
        var visit = visit(UUID.randomUUID(), "RESOLVED_ON_SPOT");
        assertThat(office.visit(stranger, id, visit).status()).isEqualTo(404);
        assertThat(office.piece(stranger, id, PHOTO, 0, 100).status()).isEqualTo(404);
        var taken = office.visit(phone, id, visit);
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.body().path("remarks").toString()).isEqualTo("[\"NOT_YET_RESOLVED\"]");
        assertThat(office.visit(phone, id, visit).body()).as("once more").isEqualTo(taken.body());
        assertThat(office.facts(id).stream().filter(CaseVisited.class::isInstance))
                .hasSize(1);
    }

    @Test
    void the_same_id_with_another_content_is_refused() throws Exception {
        var phone = office.phone("cadre");
        var id = office.assignedCase();
        var visit = UUID.randomUUID();
        assertThat(office.visit(phone, id, visit(visit, "ESCALATED")).status()).isEqualTo(200);
        var other = office.visit(phone, id, visit(visit, "NOT_MET"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("SAME_ID_OTHER_CONTENT");
    }

    @Test
    void two_visits_of_a_day_that_came_to_different_ends_both_stand_and_say_so() throws Exception {
        var id = office.assignedCase();
        assertThat(office.visit(office.phone("cadre"), id, visit(UUID.randomUUID(), "ESCALATED"))
                        .body()
                        .has("remarks"))
                .isFalse();
        var second = office.visit(office.phone("other"), id, visit(UUID.randomUUID(), "RESOLVED_ON_SPOT"));
        assertThat(second.body().path("remarks").toString())
                .isEqualTo("[\"NOT_YET_RESOLVED\",\"OTHER_VISIT_DIFFERS\"]");
        assertThat(office.facts(id).stream().filter(CaseVisited.class::isInstance))
                .hasSize(2);
    }

    @Test
    void a_file_goes_on_where_the_line_broke_and_is_kept_once() throws Exception {
        var phone = office.phone("cadre");
        var id = office.assignedCase();
        var half = PHOTO.length / 2;
        assertThat(received(office.piece(phone, id, Sha256.hex(PHOTO), PHOTO.length, 0, new byte[0])))
                .isZero();
        assertThat(received(office.piece(phone, id, PHOTO, half, PHOTO.length)))
                .as("a hole")
                .isZero();
        assertThat(received(office.piece(phone, id, PHOTO, 0, half))).isEqualTo(half);
        assertThat(received(office.piece(phone, id, PHOTO, 0, half)))
                .as("once more")
                .isEqualTo(half);
        var whole = office.piece(phone, id, PHOTO, half - 10, PHOTO.length);
        assertThat(whole.body().path("complete").asBoolean()).isTrue();
        assertThat(office.piece(phone, id, PHOTO, 0, 10).body()).isEqualTo(whole.body());
        assertThat(office.facts(id).stream().filter(AttachmentAdded.class::isInstance))
                .hasSize(1);
        assertThat(office.side.bean(SealedFiles.class).read(id.toString(), Sha256.hex(PHOTO)))
                .contains(PHOTO);
        assertThat(office.side
                        .jdbc()
                        .sql("select count(*) from upload_part")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void bytes_that_are_not_what_was_announced_are_dropped() throws Exception {
        var phone = office.phone("cadre");
        var id = office.assignedCase();
        var other = PHOTO.clone();
        other[PHOTO.length - 1] ^= 1;
        var sha256 = Sha256.hex(PHOTO);
        var wrong = office.piece(phone, id, sha256, PHOTO.length, 0, other);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.code()).isEqualTo("HASH_DIFFERS");
        assertThat(office.piece(phone, id, PHOTO, 0, PHOTO.length)
                        .body()
                        .path("complete")
                        .asBoolean())
                .isTrue();
        assertThat(office.piece(phone, id, Sha256.hex(new byte[] {'M', 'Z', 0}), 3, 0, new byte[] {'M', 'Z', 0})
                        .status())
                .as("a program")
                .isEqualTo(415);
    }

    @Test
    void what_could_not_be_sent_comes_back_as_a_file_and_is_the_same_visit() throws Exception {
        var phone = office.phone("cadre");
        var id = office.assignedCase();
        office.take(phone, UUID.randomUUID(), id);
        var visitId = UUID.randomUUID();
        var visit = visit(visitId, "ESCALATED");
        var bundle = Bundle.of(phone)
                .visit(visitId.toString(), id, visit.getBytes(StandardCharsets.UTF_8))
                .file(id, PHOTO);
        var cadre = Actor.of("cadre", "u-unit", Role.HANDLER);
        assertThat(office.bundle(cadre, bundle.bytes()).status()).isEqualTo(403);
        var taken = office.bundle(BUREAU, bundle.bytes());
        assertThat(taken.body().path("items").toString()).contains("ARRIVED").doesNotContain("MALFORMED");
        assertThat(office.visit(phone, id, visit).status()).isEqualTo(200);
        assertThat(office.bundle(BUREAU, bundle.bytes()).body()).isEqualTo(taken.body());
        var visits = office.facts(id).stream()
                .filter(CaseVisited.class::isInstance)
                .map(CaseVisited.class::cast)
                .toList();
        assertThat(visits).hasSize(1);
        assertThat(visits.get(0).officers()).containsExactly("cadre");
        assertThat(office.facts(id).stream().filter(AttachmentAdded.class::isInstance))
                .hasSize(1);
        assertThat(new String(bundle.bytes(), StandardCharsets.UTF_8))
                .as("what a finder reads")
                .doesNotContain("问了情况", Base64.getEncoder().encodeToString(PHOTO));
        assertThat(office.bundle(BUREAU, bundle.changed()).body().toString()).contains("NOT_SEALED_FOR_THIS_OFFICE");
        assertThat(office.bundle(BUREAU, "{}".getBytes(StandardCharsets.UTF_8)).status())
                .isEqualTo(400);
    }

    static String visit(UUID visitId, String outcome) {
        return """
                {"visitId": "%s", "type": "DOWN_VISIT", "place": "430525", "startedAt": "2026-03-10T09:00:00+08:00",
                 "findings": "问了情况", "outcome": "%s"}
                """.formatted(visitId, outcome);
    }

    private static int received(VisitingOffice.Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().path("received").asInt();
    }
}
