package io.doorstep.query.report;

import io.doorstep.identity.Actor;
import io.doorstep.query.access.Openings;
import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.CaseStates;
import io.doorstep.query.asof.Cases;
import io.doorstep.query.asof.Fragment;
import io.doorstep.query.asof.Moment;
import io.doorstep.query.asof.SqlTime;
import io.doorstep.terms.CaseStatus;
import io.doorstep.terms.LinkKind;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * 疑似重复件。 Pairs of cases that may be the same matter: the same number of a person, or the same place, category and a
 * similar title within two years. What a person decided about, either way, is not offered again. It is told of cases; no
 * person gets a mark, and none a score.
 */
@Component
class RepeatCandidates {

    private static final int MOST_CASES = 5_000;
    private static final int MOST_PAIRS = 400;
    private static final Duration TWO_YEARS = Duration.ofDays(731);
    private static final Set<String> DECIDED = Set.of(LinkKind.REPEAT_OF.name(), LinkKind.NOT_REPEAT_OF.name());
    private static final Set<CaseStatus> GONE = Set.of(CaseStatus.VOIDED, CaseStatus.MERGED);

    private final Cases cases;
    private final CaseStates states;
    private final SharedNumbers numbers;
    private final Openings openings;
    private final Clock clock;

    RepeatCandidates(Cases cases, CaseStates states, SharedNumbers numbers, Openings openings, Clock clock) {
        this.cases = cases;
        this.states = states;
        this.numbers = numbers;
        this.openings = openings;
        this.clock = clock;
    }

    /** Those of one case, the latest first; that a person was recognised is on record before it is told. */
    List<RepeatPair> of(Actor viewer, CaseAsOf found) {
        var near = new HashMap<String, CaseAsOf>();
        var matter = found.matter();
        var alike = seen(viewer)
                .and(Fragment.of("s.place = :samePlace", "samePlace", matter.place()))
                .and(Fragment.of("s.category = :sameCategory", "sameCategory", matter.category()));
        cases.whole(alike).forEach(state -> near.put(state.caseId(), state));
        var shared = numbers.of(found.caseId());
        byId(viewer, shared.stream().flatMap(one -> one.cases().stream()).toList())
                .forEach(state -> near.put(state.caseId(), state));
        near.put(found.caseId(), found);
        var pairs = pairs(near, shared).stream()
                .filter(pair -> pair.later().caseId().equals(found.caseId())
                        || pair.earlier().caseId().equals(found.caseId()))
                .toList();
        pairs.stream()
                .filter(RepeatPair::ofAPerson)
                .forEach(pair ->
                        openings.recognised(viewer, pair.beside(found.caseId()).caseId()));
        return pairs;
    }

    /** Of all cases of the last two years, the latest first. */
    List<RepeatPair> all(Actor viewer, int most) {
        var near = new HashMap<String, CaseAsOf>();
        cases.whole(new Fragment(
                        seen(viewer).sql() + " order by s.reported_at desc fetch first :mostCases rows only",
                        with(seen(viewer).parameters(), "mostCases", MOST_CASES)))
                .forEach(state -> near.put(state.caseId(), state));
        var pairs = pairs(near, numbers.all()).stream().limit(most).toList();
        pairs.stream()
                .filter(RepeatPair::ofAPerson)
                .flatMap(pair -> Stream.of(pair.later(), pair.earlier()))
                .map(RepeatPair.Side::caseId)
                .distinct()
                .forEach(caseId -> openings.recognised(viewer, caseId));
        return pairs;
    }

    private Fragment seen(Actor viewer) {
        return states.seenBy(viewer, Moment.present(clock.instant()), CaseFilter.ALL)
                .and(Fragment.of(
                        "s.reported_at >= :since",
                        "since",
                        SqlTime.of(clock.instant().minus(TWO_YEARS))));
    }

    private List<CaseAsOf> byId(Actor viewer, Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : cases.whole(seen(viewer).and(Fragment.of("s.case_id in (:ids)", "ids", ids)));
    }

    private static Map<String, Object> with(Map<String, Object> parameters, String name, Object value) {
        var all = new HashMap<>(parameters);
        all.put(name, value);
        return all;
    }

    private static List<RepeatPair> pairs(Map<String, CaseAsOf> near, List<SharedNumbers.Shared> shared) {
        Map<String, Found> found = new TreeMap<>();
        shared.forEach(number -> {
            var same = number.cases().stream()
                    .flatMap(id -> Optional.ofNullable(near.get(id)).stream())
                    .toList();
            each(same, (one, other) -> add(found, one, other).why.add(number.what()));
        });
        var groups = new HashMap<String, List<CaseAsOf>>();
        near.values()
                .forEach(state -> groups.computeIfAbsent(
                                state.matter().place() + " " + state.matter().category(), key -> new ArrayList<>())
                        .add(state));
        groups.values()
                .forEach(group -> each(group, (one, other) -> {
                    if (alike(one, other)) {
                        add(found, one, other);
                    }
                }));
        return found.values().stream()
                .filter(Found::isOpenQuestion)
                .map(Found::pair)
                .sorted(Comparator.comparing((RepeatPair pair) -> pair.later().reportedAt())
                        .reversed()
                        .thenComparing(pair -> pair.earlier().number()))
                .limit(MOST_PAIRS)
                .toList();
    }

    private static boolean alike(CaseAsOf one, CaseAsOf other) {
        return Likeness.of(one.matter().title(), other.matter().title()) >= Likeness.SIMILAR;
    }

    private interface Both {
        void take(CaseAsOf one, CaseAsOf other);
    }

    private static void each(List<CaseAsOf> group, Both both) {
        for (var i = 0; i < group.size(); i++) {
            for (var j = i + 1; j < group.size(); j++) {
                both.take(group.get(i), group.get(j));
            }
        }
    }

    private static Found add(Map<String, Found> found, CaseAsOf one, CaseAsOf other) {
        var inOrder = Stream.of(one, other)
                .sorted(Comparator.comparing(CaseAsOf::reportedAt).thenComparing(CaseAsOf::number))
                .toList();
        var later = inOrder.get(1);
        var earlier = inOrder.get(0);
        return found.computeIfAbsent(
                later.caseId() + " " + earlier.caseId(), key -> new Found(later, earlier, new TreeSet<>()));
    }

    /** Two cases with what they share of a person's numbers. */
    private record Found(CaseAsOf later, CaseAsOf earlier, Set<String> why) {

        /** The later one is still open, the earlier one is a case, and nobody decided about the two. */
        boolean isOpenQuestion() {
            var exit = earlier.exit();
            return later.open()
                    && (exit == null || !GONE.contains(exit.which()))
                    && !decided(later, earlier)
                    && !decided(earlier, later);
        }

        private static boolean decided(CaseAsOf one, CaseAsOf other) {
            return one.links().stream()
                    .anyMatch(link -> link.otherCaseId().equals(other.caseId()) && DECIDED.contains(link.link()));
        }

        RepeatPair pair() {
            var all = new ArrayList<>(why);
            if (later.matter().place().equals(earlier.matter().place())) {
                all.add("PLACE");
            }
            if (later.matter().category().equals(earlier.matter().category())) {
                all.add("CATEGORY");
            }
            if (alike(later, earlier)) {
                all.add("TITLE");
            }
            return new RepeatPair(RepeatPair.Side.of(later), RepeatPair.Side.of(earlier), all);
        }
    }
}
