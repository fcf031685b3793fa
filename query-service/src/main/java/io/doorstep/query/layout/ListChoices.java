package io.doorstep.query.layout;

import io.doorstep.reference.Category;
import io.doorstep.reference.ReferenceData;
import io.doorstep.reference.Unit;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.CaseStatus;
import io.doorstep.terms.Channel;
import io.doorstep.terms.Light;
import java.time.LocalDate;
import java.util.List;

/** 可选项。 What the filters of a list can be set to; places are looked up while typing, there are too many of them. */
public record ListChoices(
        List<String> kinds,
        List<String> channels,
        List<String> statuses,
        List<String> lights,
        List<Unit> units,
        List<Category> categories) {

    public static ListChoices on(LocalDate day, ReferenceData reference) {
        return new ListChoices(
                Say.names(CaseKind.class),
                Say.names(Channel.class),
                Say.names(CaseStatus.class),
                Say.names(Light.class),
                reference.units(null, day),
                reference.categories(null, day));
    }
}
