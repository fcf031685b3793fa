package io.doorstep.query.asof;

import static io.doorstep.query.asof.Life.WORDS;
import static io.doorstep.query.asof.Life.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.AgreementReached;
import io.doorstep.events.cases.AssignmentReturnProposed;
import io.doorstep.events.cases.AssignmentReturnRefused;
import io.doorstep.events.cases.CaseAccepted;
import io.doorstep.events.cases.CaseAssigned;
import io.doorstep.events.cases.CaseDeclined;
import io.doorstep.events.cases.CaseDiverted;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseMerged;
import io.doorstep.events.cases.CaseVoided;
import io.doorstep.events.cases.CaseWithdrawn;
import io.doorstep.events.cases.DeadlineExtended;
import io.doorstep.events.cases.HearingBegun;
import io.doorstep.events.cases.HearingEnded;
import io.doorstep.events.cases.PerformanceRecorded;
import io.doorstep.events.cases.ReviewDecided;
import io.doorstep.events.cases.ReviewRequested;
import io.doorstep.events.cases.SupervisionAnswered;
import io.doorstep.events.cases.SupervisionOrdered;
import io.doorstep.policy.DayCount;
import io.doorstep.policy.DeadlineClock;
import io.doorstep.policy.Policies;
import io.doorstep.policy.Policy;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** 办理程序图。 Plays the ways of a case and draws what they made of it: {@code docs/procedure.md} cannot go stale. */
class ProcedureDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/procedure.md");
    private static final LocalDate SOME_DAY = LocalDate.of(2026, 6, 1);

    private final Set<Edge> edges = new LinkedHashSet<>();
    private final Map<String, Set<String>> starts = new LinkedHashMap<>();
    private final Map<String, Set<String>> stops = new LinkedHashMap<>();
    private final Properties words = words();

    private record Edge(String before, String after, String fact) {}

    private record Duty(String name, LocalDate due) {}

    @Test
    void is_up_to_date() throws IOException {
        ways().forEach(this::play);
        var document = document();
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(DOCUMENT, document);
        }
        assertThat(Files.readString(DOCUMENT))
                .as("stale: mvn test -pl query-service -am -Dtest=ProcedureDocumentTest -Ddocs.write=true")
                .isEqualTo(document);
    }

    private static List<Life> ways() {
        var ways = new ArrayList<Life>();
        ways.add(new Life("main").untilClosedOut());
        var again = new Life("again").untilClosedOut();
        ways.add(again.on(7, again.reopened(7, "NOT_RESOLVED")).on(8, again.resolved(8, null)));
        var doubt = handled("doubt").on(4, new Life("doubt").resolved(4, null));
        ways.add(doubt.on(5, doubt.revisited(5, "NOT_RESOLVED")).on(6, doubt.reopened(6, "NOT_RESOLVED")));
        ways.add(signed("back")
                .on(3, new AssignmentReturnProposed("back", day(3), "u-town", WORDS))
                .on(4, new Life("back").returned(4, "u-town"))
                .on(5, new Life("back").assigned(5, "u-land")));
        ways.add(signed("kept")
                .on(3, new AssignmentReturnProposed("kept", day(3), "u-town", WORDS))
                .on(4, new AssignmentReturnRefused("kept", day(4), "u-town", WORDS)));
        ways.add(signed("declined").on(3, new CaseDeclined("declined", day(3), WORDS, null)));
        ways.add(signed("diverted").on(3, new CaseDiverted("diverted", day(3), "COURT", "县人民法院", null)));
        ways.add(reported("merged").on(1, new CaseMerged("merged", day(1), "main", WORDS)));
        ways.add(handled("withdrawn").on(4, new CaseWithdrawn("withdrawn", day(4), null)));
        ways.add(reported("voided").on(1, new CaseVoided("voided", day(1), WORDS)));
        ways.add(handled("longer")
                .on(4, new DeadlineExtended("longer", day(4), 30, SOME_DAY, "head", true, "national-1", WORDS)));
        ways.add(reported("answer")
                .on(1, new CaseAssigned("answer", day(1), "u-town", null, null, SOME_DAY, null))
                .on(2, new Life("answer").signed(2, "u-town"))
                .on(3, new Life("answer").accepted(3))
                .on(4, new Life("answer").resolved(4, null)));
        ways.add(signed("mediated")
                .on(3, new CaseAccepted("mediated", day(3), "MEDIATION", SOME_DAY, "national-1", null))
                .on(
                        4,
                        new AgreementReached(
                                "mediated", day(4), "g1", "WRITTEN", WORDS, SOME_DAY, SOME_DAY, "national-1"))
                .on(5, new Life("mediated").resolved(5, null))
                .on(6, new PerformanceRecorded("mediated", day(6), true, null)));
        ways.add(handled("ordered")
                .on(4, new SupervisionOrdered("ordered", day(4), "COUNTY", SOME_DAY, null))
                .on(5, new SupervisionAnswered("ordered", day(5), WORDS)));
        ways.add(handled("appealed")
                .on(4, new Life("appealed").resolved(4, null))
                .on(5, new ReviewRequested("appealed", day(5), "REVIEW", SOME_DAY, "national-1", null))
                .on(6, new ReviewDecided("appealed", day(6), "REVIEW", "UPHELD", null))
                .on(7, new ReviewRequested("appealed", day(7), "RECHECK", SOME_DAY, "national-1", null))
                .on(8, new HearingBegun("appealed", day(8), "RECHECK"))
                .on(9, new HearingEnded("appealed", day(9), "RECHECK", 2, SOME_DAY, "national-1"))
                .on(10, new ReviewDecided("appealed", day(10), "RECHECK", "UPHELD", null)));
        return ways;
    }

    private static Life reported(String id) {
        var life = new Life(id);
        return life.on(0, life.reported(0));
    }

    private static Life signed(String id) {
        var life = reported(id);
        return life.on(1, life.assigned(1, "u-town")).on(2, life.signed(2, "u-town"));
    }

    private static Life handled(String id) {
        var life = signed(id);
        return life.on(3, life.accepted(3));
    }

    private void play(Life way) {
        var before = "[*]";
        Set<Duty> running = Set.of();
        for (var n = 1; n <= way.facts().size(); n++) {
            var fact = way.facts().get(n - 1).fact();
            var state = CaseFold.of(way.facts().subList(0, n)).orElseThrow();
            var after = state.status().name();
            if (!before.equals(after)) {
                edges.add(new Edge(before, after, said(fact)));
            }
            var now = RunningClock.duties(state).stream()
                    .map(duty -> new Duty(duty.name(), duty.due()))
                    .collect(Collectors.toSet());
            for (var duty : now) {
                if (!running.contains(duty)) {
                    note(starts, duty.name(), fact);
                }
            }
            for (var duty : running) {
                if (!now.contains(duty)) {
                    note(stops, duty.name(), fact);
                }
            }
            before = after;
            running = now;
        }
    }

    private void note(Map<String, Set<String>> book, String duty, CaseEvent fact) {
        book.computeIfAbsent(duty, name -> new TreeSet<>()).add(said(fact));
    }

    private String document() {
        var text = new StringBuilder("""
                # 办理程序 · The procedure

                本页由测试 `ProcedureDocumentTest` 按程序的实际行为绘出，程序改了而本页没有改，构建即失败。
                Drawn by the test `ProcedureDocumentTest` from what the product does; the build fails when it is stale (make it anew with `-Ddocs.write=true`).

                ## 一件事的经过 · A case's ways

                ```mermaid
                stateDiagram-v2
                """);
        edges.stream()
                .map(Edge::after)
                .distinct()
                .sorted()
                .forEach(
                        state -> text.append("    state \"%s\" as %s\n".formatted(word("CaseStatus." + state), state)));
        edges.forEach(edge -> text.append("    %s --> %s: %s\n".formatted(edge.before(), edge.after(), edge.fact())));
        text.append("""
                ```

                走访、进展、附件、催办、评价随时可以记录，不改变所处的阶段。
                Visits, notes, attachments, urging and ratings can be recorded at any time and change no stage.

                ## 各项期限 · The periods

                | 期限 | 长度 | 依据 | 起算 | 止于 |
                |---|---|---|---|---|
                """);
        starts.forEach((duty, facts) -> text.append("| %s | %s | %s | %s | %s |\n"
                .formatted(
                        word("clock." + duty),
                        length(duty),
                        source(duty),
                        String.join("、", facts),
                        String.join("、", stops.getOrDefault(duty, Set.of())))));
        text.append("""

                ## 可以提出的期限 · Periods in which something may be asked for

                | 期限 | 长度 | 依据 |
                |---|---|---|
                """);
        Arrays.stream(DeadlineClock.values())
                .map(DeadlineClock::name)
                .filter(name -> !starts.containsKey(name))
                .forEach(name ->
                        text.append("| %s | %s | %s |\n".formatted(word("clock." + name), length(name), source(name))));
        return text.append("""

                长度按现行规则 `%s`；第一天不计，末日 24:00 止，末日逢休息日顺延。延期后按新的末日计；重新办理另起一期，原期的结论不变。
                末日过后仍未办的，系统记一条“%s”，只记一次，时间是末日 24:00。
                """.formatted(policy().version(), word("fact.DeadlinePassed")))
                .toString();
    }

    private String length(String duty) {
        if (isOfAPerson(duty)) {
            return "由交办人、督办人或当事人约定";
        }
        var rule = policy().clock(DeadlineClock.valueOf(duty));
        return rule.length() + (rule.counts() == DayCount.WORKING_DAYS ? " 个工作日" : " 日");
    }

    private String source(String duty) {
        if (isOfAPerson(duty)) {
            return "—";
        }
        var source = policy().clock(DeadlineClock.valueOf(duty)).source();
        return source.equals("policy") ? "本系统规则" : source;
    }

    private static boolean isOfAPerson(String duty) {
        return RunningClock.OF_PERSONS.contains(duty);
    }

    private static Policy policy() {
        return Policies.standard().on(LocalDate.of(2026, 3, 2));
    }

    private String said(CaseEvent fact) {
        return word("fact." + fact.getClass().getSimpleName());
    }

    private String word(String key) {
        return Objects.requireNonNull(words.getProperty(key), key);
    }

    private static Properties words() {
        var words = new Properties();
        for (var bundle : List.of("/query.properties", "/shared.properties", "/screens.properties")) {
            try (var reader = new InputStreamReader(
                    Objects.requireNonNull(ProcedureDocumentTest.class.getResourceAsStream(bundle)),
                    StandardCharsets.UTF_8)) {
                words.load(reader);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return words;
    }
}
