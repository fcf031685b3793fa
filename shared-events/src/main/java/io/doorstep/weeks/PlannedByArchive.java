package io.doorstep.weeks;

import io.doorstep.reference.ReferenceData;
import java.time.LocalDate;
import java.util.List;

/** 档案中的本周计划。 Asks the week of every county; an office has one, or a few. */
public final class PlannedByArchive implements Planned {

    private final WeekArchive archive;
    private final ReferenceData reference;

    public PlannedByArchive(WeekArchive archive, ReferenceData reference) {
        this.archive = archive;
        this.reference = reference;
    }

    @Override
    public List<String> casesOf(String account, LocalDate day) {
        return WeekCounty.all(reference, day).stream()
                .flatMap(county -> archive.casesOf(county, account, day).stream())
                .toList();
    }
}
