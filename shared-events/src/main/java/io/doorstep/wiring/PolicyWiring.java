package io.doorstep.wiring;

import io.doorstep.policy.Deadlines;
import io.doorstep.policy.Policies;
import io.doorstep.policy.WorkCalendar;
import java.nio.file.Path;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The law's clocks: policies and calendars as shipped, or with a folder of the office's own. */
@Configuration
class PolicyWiring {

    @Bean
    ZoneId officeZone(@Value("${doorstep.zone:Asia/Shanghai}") String zone) {
        return ZoneId.of(zone);
    }

    @Bean
    Policies policies(@Value("${doorstep.policy.folder:}") String folder) {
        return folder.isBlank() ? Policies.standard() : Policies.standardWith(Path.of(folder));
    }

    @Bean
    WorkCalendar workCalendar(@Value("${doorstep.calendar.folder:}") String folder) {
        return folder.isBlank() ? WorkCalendar.standard() : WorkCalendar.standardWith(Path.of(folder));
    }

    @Bean
    Deadlines deadlines(Policies policies, WorkCalendar calendar, ZoneId officeZone) {
        return new Deadlines(policies, calendar, officeZone);
    }
}
