package io.doorstep.command.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.doorstep.command.testing.CommandSide;
import io.doorstep.digest.Sha256;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.identity.Account;
import io.doorstep.identity.Accounts;
import io.doorstep.identity.Actor;
import io.doorstep.identity.SignedIn;
import io.doorstep.identity.password.Passwords;
import io.doorstep.reference.Category;
import io.doorstep.reference.Officer;
import io.doorstep.reference.Place;
import io.doorstep.reference.PlaceLevel;
import io.doorstep.reference.ReferenceData;
import io.doorstep.reference.ReferenceTable;
import io.doorstep.reference.Unit;
import io.doorstep.terms.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 有走访手机的办公室。 The writing side with two cadres who have telephones, asked as telephones ask. */
final class VisitingOffice implements AutoCloseable {

    static final Actor BUREAU = Actor.of("officer", "u-bureau", Role.PETITION_OFFICER);
    private static final LocalDate EVER = LocalDate.of(1900, 1, 1);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final CommandSide side;
    private final MockMvc mvc;

    record Somebody(Actor actor) implements SignedIn {}

    /** 手机。 */
    record Phone(String account, UUID device, String token, String officeKey) {}

    /** 答复。 */
    record Answer(int status, JsonNode body) {

        String code() {
            return body.path("code").asString("");
        }
    }

    VisitingOffice(String url, Path files) {
        this(url, "doorstep.attachments.folder=" + files);
    }

    VisitingOffice(String url, String... settings) {
        side = CommandSide.withWeb(url, settings);
        mvc = MockMvcBuilders.webAppContextSetup(side.web())
                .apply(springSecurity())
                .build();
        var jdbc = new JdbcTemplate(side.bean(DataSource.class));
        ReferenceTable.PLACES.put(
                jdbc, List.of(new Place("430525", "县", PlaceLevel.COUNTY, null, "/430525/", EVER, null, null, null)));
        ReferenceTable.UNITS.put(
                jdbc,
                List.of(
                        new Unit("u-bureau", "信访局", "430525", null, "/u-bureau/", EVER, null),
                        new Unit("u-unit", "自然资源局", "430525", null, "/u-unit/", EVER, null)));
        ReferenceTable.CATEGORIES.put(jdbc, List.of(new Category("01", "农村农业", 1, null, "/01/", EVER, null)));
        ReferenceTable.OFFICERS.put(
                jdbc,
                List.of(
                        new Officer("cadre", "走访干部", "u-unit", false, EVER, null),
                        new Officer("other", "另一干部", "u-unit", false, EVER, null)));
        side.bean(ReferenceData.class).refresh();
        for (var id : List.of("cadre", "other")) {
            side.bean(Accounts.class)
                    .add(Account.of(id, "某人", "u-unit", Role.HANDLER), "七里坪 vx93 kettle moss", Passwords.quick());
        }
    }

    Phone phone(String account) throws Exception {
        var id = UUID.randomUUID();
        var known = desk(Actor.of(account, "u-unit", Role.HANDLER), "/api/devices", """
                {"deviceId": "%s", "name": "一号机"}
                """.formatted(id));
        assertThat(known.status()).isEqualTo(201);
        return new Phone(
                account,
                id,
                known.body().path("token").asString(),
                known.body().path("officeKey").asString());
    }

    /** A case that the telephones' owners answer for. */
    UUID assignedCase() throws Exception {
        var id = UUID.randomUUID();
        assertThat(desk(BUREAU, "/api/cases", """
                {"caseId": "%s", "kind": "PETITION", "channel": "VISIT", "category": "01", "place": "430525",
                 "title": "宅基地边界纠纷", "petitioners": [{"name": "张三"}]}
                """.formatted(id)).status()).isEqualTo(201);
        assign(id, "u-unit");
        return id;
    }

    void assign(UUID id, String unit) throws Exception {
        assertThat(desk(BUREAU, "/api/cases/" + id + "/assignments", "{\"unit\": \"%s\"}".formatted(unit))
                        .status())
                .isEqualTo(200);
    }

    Answer desk(Actor actor, String path, String json) throws Exception {
        return answer(mvc.perform(post(path)
                        .contentType("application/json")
                        .content(json)
                        .with(authentication(UsernamePasswordAuthenticationToken.authenticated(
                                new Somebody(actor), null, List.of())))
                        .with(csrf()))
                .andReturn()
                .getResponse());
    }

    Answer bundle(Actor actor, byte[] file) throws Exception {
        return answer(mvc.perform(multipart("/api/visits/bundles")
                        .file(new MockMultipartFile("file", "visits.json", "application/json", file))
                        .with(authentication(UsernamePasswordAuthenticationToken.authenticated(
                                new Somebody(actor), null, List.of())))
                        .with(csrf()))
                .andReturn()
                .getResponse());
    }

    Answer send(Phone phone, String path, String json) throws Exception {
        return answer(mvc.perform(post(path)
                        .header("Authorization", "Bearer " + phone.token())
                        .contentType("application/json")
                        .content(json))
                .andReturn()
                .getResponse());
    }

    Answer take(Phone phone, UUID pack, UUID... cases) throws Exception {
        var ids = Arrays.stream(cases).map(id -> "\"" + id + "\"").toList();
        return send(phone, "/api/visits/packs", "{\"packId\": \"%s\", \"cases\": %s}".formatted(pack, ids));
    }

    Answer visit(Phone phone, UUID id, String visit) throws Exception {
        return send(phone, "/api/cases/" + id + "/visits", visit);
    }

    Answer piece(Phone phone, UUID id, byte[] file, int from, int to) throws Exception {
        return piece(phone, id, Sha256.hex(file), file.length, from, Arrays.copyOfRange(file, from, to));
    }

    Answer piece(Phone phone, UUID id, String sha256, int size, int from, byte[] bytes) throws Exception {
        return answer(mvc.perform(post("/api/cases/{id}/uploads/{sha}", id, sha256)
                        .queryParam("offset", String.valueOf(from))
                        .queryParam("size", String.valueOf(size))
                        .queryParam("name", "photo.jpg")
                        .header("Authorization", "Bearer " + phone.token())
                        .contentType("application/octet-stream")
                        .content(bytes))
                .andReturn()
                .getResponse());
    }

    List<CaseEvent> facts(UUID id) {
        return side.bean(EventStore.class)
                .readEvents(id.toString())
                .asStream()
                .map(message -> (CaseEvent) message.getPayload())
                .toList();
    }

    private static Answer answer(MockHttpServletResponse response) {
        var body = response.getContentAsByteArray();
        return new Answer(
                response.getStatus(), JSON.readTree(body.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : body));
    }

    @Override
    public void close() {
        side.close();
    }
}
