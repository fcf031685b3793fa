package io.doorstep.query;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.house.HouseRules;
import io.doorstep.query.asof.FactTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArchitectureTest implements HouseRules {

    @Override
    public String root() {
        return "io.doorstep.query";
    }

    @Test
    void readers_never_command() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.axonframework.commandhandling..", "org.axonframework.modelling..", "io.doorstep.command..")
                .check(house());
    }

    @Test
    void pages_do_not_lean_on_each_other() {
        slices().matching("io.doorstep.query.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        alwaysTrue(),
                        resideInAnyPackage("..asof..", "..export..", "..layout..", "..access..", "..freeze.."))
                .ignoreDependency(resideInAnyPackage("..wiring..", "..operations..", "..completeness.."), alwaysTrue())
                .check(house());
    }

    @Test
    void nobody_reads_facts_past_the_question_who_may_see_the_case() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..asof..", "..wiring..", "..completeness..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(FactTable.class)
                .check(house());
    }

    @Test
    void only_the_core_names_the_bitemporal_table() throws IOException {
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            var names = sources.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().matches(".*[/\\\\](asof|completeness)[/\\\\].*"))
                    .filter(file -> read(file).contains("case_state"))
                    .toList();
            assertThat(names).isEmpty();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
