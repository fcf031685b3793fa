package io.doorstep.query.print;

import static io.doorstep.query.asof.Life.day;

import io.doorstep.events.cases.CaseAccepted;
import io.doorstep.events.cases.CaseAssigned;
import io.doorstep.events.cases.CaseReported;
import io.doorstep.events.cases.CaseResolved;
import io.doorstep.events.cases.CaseRevisited;
import io.doorstep.events.cases.Evidence;
import io.doorstep.events.cases.Petitioner;
import io.doorstep.events.cases.Sealed;
import io.doorstep.query.asof.Life;
import io.doorstep.query.pages.Office;
import io.doorstep.vault.Private;
import java.time.LocalDate;
import java.util.List;

/** 一件要打印的事。 A life with sealed words in it, whose petitioner bears a rare name: 𠮷某. */
record PaperCase(Office office, Life life) {

    static final String STATEMENT = "邻居𠮷家占了我的宅基地，请求处理。";
    static final String INSTRUCTION = "请现场丈量后答复。";
    static final String SUMMARY = "现场丈量，双方确认界址。";
    static final String FINDINGS = "当面核实，界桩已立。";

    static PaperCase in(Office office) {
        return new PaperCase(office, new Life("c1"));
    }

    PaperCase reported(String title, String kind, String channel, List<String> accused) {
        var plain = life.reported(0, kind, accused);
        life.on(
                0,
                new CaseReported(
                        "c1",
                        day(0),
                        plain.number(),
                        kind,
                        channel,
                        plain.category(),
                        plain.place(),
                        title,
                        seal("case-c1", STATEMENT),
                        List.of(new Petitioner(
                                "person-1",
                                seal("person-1", "𠮷某某"),
                                seal("person-1", "13712341234"),
                                seal("person-1", "43052519900101003X"),
                                seal("person-1", "某村三组"))),
                        1,
                        accused,
                        plain.transferDue(),
                        "national-1"));
        return this;
    }

    PaperCase reported() {
        return reported("宅基地边界纠纷", "PETITION", "VISIT", List.of());
    }

    PaperCase assigned() {
        life.on(
                1,
                new CaseAssigned(
                        "c1",
                        day(1),
                        "u-town",
                        "officer-li",
                        "leader-zhou",
                        LocalDate.of(2026, 4, 1),
                        seal("case-c1", INSTRUCTION)));
        return this;
    }

    PaperCase accepted() {
        life.on(2, life.signed(2, "u-town"))
                .on(
                        3,
                        new CaseAccepted(
                                "c1",
                                day(3),
                                "HANDLING",
                                LocalDate.of(2026, 5, 6),
                                "national-1",
                                seal("case-c1", "请保持电话畅通。")));
        return this;
    }

    PaperCase resolved(String outcome) {
        life.on(
                4,
                new CaseResolved(
                        "c1",
                        day(4),
                        outcome,
                        "SETTLED",
                        seal("case-c1", SUMMARY),
                        List.of(
                                new Evidence("TEXT", seal("case-c1", "丈量记录一份"), null),
                                new Evidence("ATTACHMENT", null, "0123456789abcdef0123456789abcdef")),
                        null,
                        "ACCEPTS",
                        false,
                        LocalDate.of(2026, 5, 30),
                        "national-1"));
        return this;
    }

    PaperCase revisited(int day) {
        life.on(
                day,
                new CaseRevisited(
                        "c1",
                        day(day),
                        "CONFIRMED",
                        "ACCEPTS",
                        List.of("auditor"),
                        seal("case-c1", FINDINGS),
                        "SATISFIED"));
        return this;
    }

    /** From report to revisit, with words that can be opened. */
    static PaperCase whole(Office office) {
        return in(office).reported().assigned().accepted().resolved("SUPPORTED").revisited(5);
    }

    Office read() {
        return office.read(life);
    }

    Sealed seal(String subject, String words) {
        return office.vault().seal(subject, new Private(words));
    }
}
