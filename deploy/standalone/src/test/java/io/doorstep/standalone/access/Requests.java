package io.doorstep.standalone.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** 范例请求。 What an address wants to hear besides its path, so that nothing but the reader's rights can say no. */
final class Requests {

    /** Answers at once to whoever may; a body that is missing here is {@code {}}. */
    static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("/corrections", "{\"changes\": {\"title\": \"改过的标题\"}, \"reason\": \"笔误\"}"),
            Map.entry("/assignments", "{\"unit\": \"u-natural-resources\"}"),
            Map.entry("/returns", "{\"reason\": \"不属本单位职责\"}"),
            Map.entry("/returns/decision", "{\"approve\": false, \"reason\": \"属于\"}"),
            Map.entry("/decline", "{\"ground\": \"不属受理范围\"}"),
            Map.entry("/diversion", "{\"route\": \"COURT\", \"to\": \"县人民法院\"}"),
            Map.entry(
                    "/extensions",
                    "{\"days\": 10, \"reason\": \"复杂\", \"approvedBy\": \"head\", \"noticeGiven\": true}"),
            Map.entry("/notes", "{\"text\": \"已联系\"}"),
            Map.entry(
                    "/visits",
                    "{\"type\": \"DOWN_VISIT\", \"place\": \"430525001001\", \"startedAt\": \"%s\", \"findings\": \"在家\", \"outcome\": \"NOT_MET\", \"stance\": \"UNDECIDED\"}"),
            Map.entry("/follow-ups", "{\"visitId\": \"%u\", \"result\": \"NOTHING_FOLLOWS\", \"remark\": \"已核\"}"),
            Map.entry("POST /api/devices", "{\"name\": \"一号机\"}"),
            Map.entry("POST /api/visits/packs", "{\"packId\": \"%u\", \"cases\": [\"%o\"]}"),
            Map.entry(
                    "/resolution",
                    "{\"outcome\": \"SUPPORTED\", \"result\": \"SETTLED\", \"summary\": \"已办\", \"evidence\": [{\"type\": \"TEXT\", \"text\": \"记录\"}]}"),
            Map.entry("/revisits", "{\"verdict\": \"CONFIRMED\", \"stance\": \"ACCEPTS\", \"findings\": \"属实\"}"),
            Map.entry("/reopening", "{\"reason\": \"没有解决\"}"),
            Map.entry("/urgings", "{\"text\": \"请抓紧\"}"),
            Map.entry("/supervision", "{\"level\": \"COUNTY\", \"answerBy\": \"2099-01-01\"}"),
            Map.entry("/supervision/answer", "{\"text\": \"已办\"}"),
            Map.entry("/links", "{\"otherCaseId\": \"%o\", \"link\": \"RELATED_TO\"}"),
            Map.entry("/links/removal", "{\"otherCaseId\": \"%o\", \"link\": \"RELATED_TO\", \"reason\": \"误\"}"),
            Map.entry("/merger", "{\"intoCaseId\": \"%o\", \"reason\": \"同一事项\"}"),
            Map.entry("/voiding", "{\"reason\": \"误录\"}"),
            Map.entry("/ratings", "{\"target\": \"PETITION_BUREAU\", \"rating\": \"SATISFIED\"}"),
            Map.entry("/reviews", "{\"stage\": \"REVIEW\"}"),
            Map.entry("/mediation/mediators", "{\"mediators\": [\"head\"]}"),
            Map.entry("/mediation/mediators/refusal", "{\"mediator\": \"head\"}"),
            Map.entry("/mediation/agreement", "{\"form\": \"ORAL\", \"content\": \"各让一步\"}"),
            Map.entry("/mediation/performance", "{\"performed\": true}"),
            Map.entry("/mediation/confirmation", "{\"court\": \"县人民法院\"}"),
            Map.entry("/mediation/confirmation/decision", "{\"decision\": \"CONFIRMED\"}"),
            Map.entry("/reviews/hearing", "{}"),
            Map.entry("/reviews/hearing/end", "{}"),
            Map.entry("/reviews/decision", "{\"decision\": \"UPHELD\"}"),
            Map.entry("/recusals", "{\"officer\": \"cadre\", \"reason\": \"亲属\"}"),
            Map.entry("/recusals/lifting", "{\"officer\": \"cadre\", \"reason\": \"误\"}"),
            Map.entry("/erasures", "{\"ground\": \"CONSENT_WITHDRAWN\"}"),
            Map.entry("POST /api/erasures/{id}/refusal", "{\"reason\": \"IDENTITY_UNPROVEN\"}"),
            Map.entry("/unmaskings", "{\"reason\": \"CONTACT\"}"),
            Map.entry("POST /api/cases", report("430525001001", "本街道新的一件", "DISPUTE", "[]")),
            Map.entry("POST /api/snapshots", "{\"list\": \"problems\", \"title\": \"问题清单\"}"),
            Map.entry("POST /api/views", "{\"list\": \"problems\", \"name\": \"我的\", \"query\": \"\"}"),
            Map.entry("POST /api/views/removal", "{\"list\": \"problems\", \"name\": \"我的\"}"),
            Map.entry("POST /api/reminders/read", "{}"),
            Map.entry("POST /api/weeks/{month}/proclamation", "{}"),
            Map.entry("POST /api/weeks/{month}/draft", "{}"),
            Map.entry(
                    "POST /api/weeks/{month}/draft/changes",
                    "{\"version\": 1, \"action\": \"LEAVE_OUT\", \"caseId\": \"00000000-0000-0000-0000-000000000000\"}"),
            Map.entry("POST /api/weeks/{month}/publication", "{\"version\": 1}"),
            Map.entry("POST /api/weeks/{month}/stops/{stop}/miss", "{\"reason\": \"NO_TIME\"}"),
            Map.entry("POST /api/weeks/{month}/closing", "{}"),
            Map.entry(
                    "POST /api/leaders",
                    "{\"account\": \"cadre\", \"rank\": \"TOWNSHIP_DEPUTY\", \"townships\": [\"430525001\"]}"),
            Map.entry(
                    "POST /api/leaders/away",
                    "{\"account\": \"cadre\", \"from\": \"2020-01-01\", \"to\": \"2020-01-02\"}"),
            Map.entry("POST /api/me/mail", "{\"mail\": \"m%n@county.example\"}"),
            Map.entry(
                    "POST /api/outbox/decisions",
                    "{\"reminder\": \"r\", \"carrier\": \"MAIL\", \"recipient\": \"handler\", \"sendAgain\": false}"),
            Map.entry("POST /api/editions/rebuild", "{\"reason\": \"换了含义\"}"),
            Map.entry("POST /api/editions/switch", "{\"reason\": \"看过了\"}"),
            Map.entry("POST /api/editions/drop", "{\"reason\": \"用不着了\"}"),
            Map.entry("POST /api/dead-letters/{caseId}/parking", "{\"reason\": \"数据已核实，不再处理\"}"),
            Map.entry("POST /api/tokens", "{\"name\": \"矩阵%u\", \"days\": 1}"),
            Map.entry("POST /api/tokens/revocation", "{\"name\": \"没有\"}"),
            Map.entry(
                    "POST /api/accounts",
                    "{\"id\": \"m%n\", \"name\": \"某人\", \"password\": \"朝阳街 correct horse 1949\", \"roles\": [\"HANDLER\"]}"),
            Map.entry("POST /api/accounts/{id}/rights", "{\"roles\": [\"HANDLER\"], \"reason\": \"调岗\"}"),
            Map.entry("POST /api/accounts/{id}/disabling", "{\"reason\": \"离岗\"}"),
            Map.entry("POST /api/accounts/{id}/enabling", "{\"reason\": \"返岗\"}"),
            Map.entry("POST /api/accounts/{id}/password-reset", "{\"reason\": \"忘记口令\"}"),
            Map.entry("POST /api/accounts/{id}/second-factor-reset", "{\"reason\": \"遗失手机\"}"),
            Map.entry("POST /api/accounts/{id}/passkeys/removal", "{\"reason\": \"遗失手机\"}"),
            Map.entry("POST /api/accounts/{id}/provider", "{\"name\": \"m%n\", \"reason\": \"统一认证\"}"),
            Map.entry("POST /api/accounts/{id}/sessions/ending", "{\"reason\": \"遗失手机\"}"),
            Map.entry("POST /api/sessions/ending", "{\"reason\": \"疑似泄露\"}"),
            Map.entry(
                    "POST /api/setup",
                    "{\"code\": \"-\", \"id\": \"li.a\", \"name\": \"某人\", \"password\": \"朝阳街 correct horse 1949\"}"));

    /** What stands behind the path of a GET. */
    static final Map<String, String> QUERIES = Map.ofEntries(
            Map.entry("GET /figures/cases", "?figure=resolution&part=denominator"),
            Map.entry("GET /figures/explain", "?figure=resolution"),
            Map.entry("GET /figures/definitions/compare", "?old=2026-1&new=2026-2&figure=resolution"),
            Map.entry("GET /api/statistics/definitions/compare", "?old=2026-1&new=2026-2&figure=resolution"),
            Map.entry(
                    "GET /api/statistics/definitions/compare.{extension}", "?old=2026-1&new=2026-2&figure=resolution"),
            Map.entry("GET /api/statistics/explain", "?figure=time"),
            Map.entry("GET /api/statistics/explain.{extension}", "?figure=resolution"),
            Map.entry(
                    "GET /api/statistics/resolution/cases",
                    "?figure=resolution&part=denominator&from=2020-01-01&to=2099-01-01"),
            Map.entry("POST /api/cases/{id}/uploads/{sha256}", "?offset=0&size=6"),
            Map.entry("GET /api/proof/consistency", "?from=1&to=2"),
            Map.entry("GET /snapshots/new", "?list=problems&question="),
            Map.entry("GET /choose/places", "?q=%E6%96%87"),
            Map.entry("GET /imports/{importId}/problems", "?after=0.0"),
            Map.entry("GET /rules/what-if", "?version=national-1"),
            Map.entry("GET /api/rules/what-if", "?version=national-1"),
            Map.entry("GET /handover.pdf", "?officer=handler"),
            Map.entry("GET /handover.xlsx", "?officer=handler"),
            Map.entry("GET /print/month.pdf", "?month=2026-01"),
            Map.entry("GET /compliance/cases", "?duty=handling"),
            Map.entry("GET /api/compliance/cases", "?duty=handling"));

    private Requests() {}

    static String report(String place, String title, String kind, String accused) {
        return """
                {"kind": "%s", "channel": "VISIT", "category": "020201", "place": "%s", "title": "%s",
                 "petitioners": [{"name": "某某"}], "accusedUnits": %s}
                """.formatted(kind, place, title, accused);
    }

    /** Looks for the sealed case by its own title and place. */
    static String lookFor(String title, String place) {
        var wanted = "{\"title\": \"%s\", \"place\": \"%s\"}".formatted(title, place);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(wanted.getBytes(StandardCharsets.UTF_8));
    }

    /** An address with what is the same for every case put in. */
    static String filled(String path) {
        return path.replace("/accounts/{id}", "/accounts/no.such.account")
                .replace("{document}", "file")
                .replace("{format}", "csv")
                .replace("{extension}", "csv")
                .replace("{list}", "problems")
                .replace("{place}", "430525001001")
                .replace("{day}", "2026-06-01")
                .replace("{month}", "2026-06")
                .replace("{stop}", "no-such-stop")
                .replace("{size}", "1")
                .replace("{number}", "1")
                .replace("{name}", path.contains("pictures") ? "login" : "start");
    }
}
