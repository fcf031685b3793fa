package io.doorstep.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.doorstep.house.HouseRules;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.spring.stereotype.Aggregate;
import org.junit.jupiter.api.Test;

class ArchitectureTest implements HouseRules {

    @Override
    public String root() {
        return "io.doorstep.command";
    }

    @Test
    void values_know_nothing_but_java_and_privacy() {
        classes()
                .that()
                .resideInAPackage("..values..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "..values..", "org.jspecify..", "io.doorstep.vault..")
                .check(house());
    }

    @Test
    void only_the_shell_and_the_dispatch_know_axon() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "..command.cases", "..command.weeks..", "..dispatch..", "..wiring..", "..cases.decision..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.axonframework..")
                .check(house());
    }

    @Test
    void decisions_know_neither_the_database_nor_the_web() {
        noClasses()
                .that()
                .resideInAnyPackage("..cases.decision..", "..command.cases")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.jdbc..", "org.springframework.web..", "jakarta..", "org.slf4j..")
                .check(house());
    }

    @Test
    void memory_lives_in_the_aggregate_only() {
        methods()
                .that()
                .areAnnotatedWith(EventSourcingHandler.class)
                .should()
                .beDeclaredInClassesThat()
                .areAnnotatedWith(Aggregate.class)
                .check(house());
    }

    @Test
    void the_writing_side_does_not_know_the_reading_side() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.doorstep.query..")
                .check(house());
    }
}
