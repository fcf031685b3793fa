package io.doorstep.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import io.doorstep.house.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest implements HouseRules {
    @Override
    public String root() {
        return "io.doorstep.standalone";
    }

    /** Commands answer on the terminal; they are handed it by the entrance, and only the entrance takes it. */
    @Test
    @Override
    public void nobody_prints() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Doorstep.class.getName())
                .should(ACCESS_STANDARD_STREAMS)
                .check(house());
    }
}
