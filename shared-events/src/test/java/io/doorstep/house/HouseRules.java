package io.doorstep.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Configuration;

/** 家规。 Rules of every module; a module joins by an {@code ArchitectureTest implements HouseRules}. */
public interface HouseRules {

    /** Root package of the module under test. */
    String root();

    /** The module's own production classes. */
    default JavaClasses house() {
        return Houses.of(root());
    }

    @Test
    default void packages_form_no_circle() {
        slices().matching("io.doorstep.(**)").should().beFreeOfCycles().check(house());
    }

    @Test
    default void every_package_has_a_caption() {
        classes().should(resideInANullMarkedPackage()).check(house());
    }

    @Test
    default void nobody_reads_the_wall_clock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("time comes in through a Clock, or from the fact")
                .check(house());
    }

    @Test
    default void nobody_runs_what_somebody_typed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("javax\\.script\\..*|javax\\.naming\\..*"
                        + "|org\\.springframework\\.expression\\..*|java\\.io\\.ObjectInputStream"
                        + "|java\\.lang\\.(Process|ProcessBuilder|Runtime\\$.*)")
                .because("input is words, never expressions, names of directories, objects or programs")
                .check(house());
    }

    @Test
    default void chance_is_secure() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..demo..")
                .and()
                // how long it waits is no secret
                .doNotHaveSimpleName("RetryOnCollision")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.Random|java\\.util\\.SplittableRandom"
                        + "|java\\.util\\.concurrent\\.ThreadLocalRandom")
                .orShould()
                .callMethod(Math.class, "random")
                .because("whatever can be guessed is one day used where it must not be")
                .check(house());
    }

    @Test
    default void nothing_is_wired_by_field() {
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION.allowEmptyShould(true).check(house());
    }

    @Test
    default void nobody_prints() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(house());
    }

    @Test
    default void wiring_is_the_only_place_of_configuration() {
        classes()
                .that()
                .areAnnotatedWith(Configuration.class)
                .should()
                .resideInAPackage("..wiring..")
                .allowEmptyShould(true)
                .check(house());
    }

    @Test
    default void names_end_as_the_house_wants() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Utils?|Helper|Dto|Service)")
                .orShould()
                .haveNameMatching(".*\\.(Base|Abstract)[A-Z].*")
                .check(house());
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a @NullMarked package") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                var marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(
                        new SimpleConditionEvent(item, marked, item.getName() + " lies in a package without caption"));
            }
        };
    }
}
