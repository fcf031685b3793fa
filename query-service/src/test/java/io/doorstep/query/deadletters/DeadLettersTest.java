package io.doorstep.query.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.doorstep.events.cases.CaseReported;
import io.doorstep.identity.Actor;
import io.doorstep.identity.SignedIn;
import io.doorstep.query.asof.CaseProjection;
import io.doorstep.query.asof.FactTable;
import io.doorstep.query.asof.Life;
import io.doorstep.query.testing.ReadingSide;
import io.doorstep.terms.Role;
import io.doorstep.web.Named;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** 死信。 */
class DeadLettersTest {

    private static final String SECRET = "张三";

    @AfterEach
    void sign_out() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.query.testing.ReadingSide#databases")
    void a_poison_fact_parks_only_its_own_case_and_each_case_can_be_retried(String url) {
        signIn(Role.ADMINISTRATOR);
        var poisoned = IntStream.range(0, 13).mapToObj(n -> poisoned("bad" + n)).toList();
        var healthy = IntStream.range(0, 100)
                .mapToObj(n -> new Life("good" + n).untilClosedOut())
                .toList();
        try (var node = ReadingSide.on(url)) {
            poisoned.forEach(node::publish);
            healthy.forEach(node::publish);
            var facts = node.bean(FactTable.class);
            var page = node.bean(DeadLettersPage.class);

            await().pollInSameThread().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                assertThat(healthy).allMatch(life -> facts.count(life.caseId()) == 7);
                assertThat(page.all().items()).hasSize(13);
            });
            assertThat(page.all().items())
                    .allMatch(letter -> letter.fact().equals("CaseReported")
                            && letter.sequence() == 0
                            && letter.attempts() == 1
                            && letter.parked() == 2)
                    .allMatch(letter -> !letter.toString().contains(SECRET));
            assertThat(node.bean(DeadLetterTable.class).count(CaseProjection.GROUP))
                    .isEqualTo(26);

            // the last of more than ten: 4.13.0 never found it
            assertThat(page.retry("bad12").mended()).isFalse();
            assertThat(page.all().items())
                    .filteredOn(letter -> letter.caseId().equals("bad12"))
                    .allMatch(letter -> letter.attempts() == 2);

            var letters = node.bean(DeadLetterTable.class);
            page.park("bad1", new DeadLettersPage.ParkingForm("duplicate of another case"));
            page.park("bad2", new DeadLettersPage.ParkingForm("will not be mended"));
            assertThat(letters.undecided(CaseProjection.GROUP)).isEqualTo(11);
            assertThat(page.all().items())
                    .filteredOn(letter -> letter.parking() != null)
                    .extracting(DeadLetterEntry::caseId)
                    .containsExactlyInAnyOrder("bad1", "bad2");
            page.lift("bad2");
            assertThat(letters.undecided(CaseProjection.GROUP)).isEqualTo(12);
            Assertions.assertThatThrownBy(() -> page.lift("bad2")).isInstanceOf(Named.class);
            Assertions.assertThatThrownBy(() -> page.park("good1", new DeadLettersPage.ParkingForm("nothing there")))
                    .isInstanceOf(Named.class);

            node.jdbc()
                    .sql("alter table reading_a.case_state alter column title set data type varchar(9000)")
                    .update();
            for (var life : poisoned) {
                assertThat(page.retry(life.caseId()).mended()).as(life.caseId()).isTrue();
                assertThat(facts.count(life.caseId())).isEqualTo(2);
            }
            assertThat(page.all().items()).isEmpty();
            assertThat(node.jdbc()
                            .sql("select count(*) from dead_letter_parking where lifted_at is null")
                            .query(Long.class)
                            .single())
                    .isZero();
            Assertions.assertThatThrownBy(() -> page.retry("bad12"))
                    .isInstanceOfSatisfying(
                            Named.class, no -> assertThat(no.code()).isEqualTo("NOT_FOUND"));
        }
    }

    @ParameterizedTest
    @MethodSource("io.doorstep.query.testing.ReadingSide#databases")
    void only_an_administrator_sees_them(String url) {
        signIn(Role.SUPERVISOR);
        try (var node = ReadingSide.on(url)) {
            var page = node.bean(DeadLettersPage.class);

            Assertions.assertThatThrownBy(page::all)
                    .isInstanceOfSatisfying(
                            Named.class, no -> assertThat(no.code()).isEqualTo("ROLE_MAY_NOT"));
        }
    }

    /** Its title does not fit into the column; on PostgreSQL such a failure spoils a transaction without savepoints. */
    private static Life poisoned(String caseId) {
        var life = new Life(caseId);
        var sound = life.reported(0);
        return life.on(
                        0,
                        new CaseReported(
                                caseId,
                                sound.occurredAt(),
                                sound.number(),
                                sound.kind(),
                                sound.channel(),
                                sound.category(),
                                sound.place(),
                                SECRET.repeat(2_000),
                                sound.statement(),
                                List.of(),
                                1,
                                List.of(),
                                null,
                                "national-1"))
                .on(1, life.assigned(1, "u-town"));
    }

    private static void signIn(Role role) {
        SignedIn somebody = () -> Actor.of("somebody", null, role);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(somebody, "none"));
    }
}
