package io.doorstep;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import io.doorstep.house.HouseRules;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;

class ArchitectureTest implements HouseRules {

    @Override
    public String root() {
        return "io.doorstep";
    }

    @Test
    void facts_know_nothing_but_java_and_their_revision() {
        classes()
                .that()
                .resideInAPackage("io.doorstep.events.cases..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", "io.doorstep.events.cases..")
                        .or(equivalentTo(Revision.class)))
                .check(house());
    }

    @Test
    void facts_are_records_under_one_sealed_name() {
        classes()
                .that()
                .resideInAPackage("io.doorstep.events.cases..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .beRecords()
                .orShould()
                .beInterfaces()
                .check(house());
    }

    @Test
    void terms_know_nothing_but_java() {
        classes()
                .that()
                .resideInAPackage("io.doorstep.terms..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", "io.doorstep.terms.."))
                .check(house());
    }
}
