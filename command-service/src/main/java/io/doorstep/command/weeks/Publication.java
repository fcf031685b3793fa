package io.doorstep.command.weeks;

import io.doorstep.events.weeks.PlannedStop;
import io.doorstep.weeks.PlanDraft;
import io.doorstep.weeks.Rule;
import io.doorstep.weeks.WeekPlan.Choice;
import io.doorstep.weeks.WeekRecord;
import io.doorstep.weeks.Why;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/** 公布内容。 A draft in the words of facts. */
final class Publication {

    private Publication() {}

    static List<PlannedStop> stops(String county, YearMonth month, PlanDraft draft) {
        return draft.plan().choices().stream()
                .map(choice -> stop(WeekRecord.idOf(county, month), choice, draft))
                .toList();
    }

    static List<String> leftOut(PlanDraft draft) {
        return draft.plan().leftOut().stream()
                .map(left -> left.caseId() + " " + code(left.why()))
                .toList();
    }

    /** The same case keeps the same stop, wherever it is moved. */
    private static PlannedStop stop(String weekId, Choice choice, PlanDraft draft) {
        var pin = draft.pins().stream()
                .filter(one -> one.caseId().equals(choice.caseId()))
                .findFirst();
        return new PlannedStop(
                UUID.nameUUIDFromBytes((weekId + ":" + choice.caseId()).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                choice.caseId(),
                choice.leader(),
                choice.day(),
                choice.order(),
                choice.place(),
                choice.type().name(),
                choice.reasons().stream().sorted().map(Enum::name).toList(),
                choice.why().stream().map(Publication::code).toList(),
                pin.map(PlanDraft.Pin::by).orElse(null),
                choice.overruled().stream().map(Rule::name).toList(),
                pin.map(PlanDraft.Pin::reason).orElse(null));
    }

    private static String code(Why why) {
        return why.code() + ":" + why.figure();
    }
}
