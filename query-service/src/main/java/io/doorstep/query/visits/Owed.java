package io.doorstep.query.visits;

import io.doorstep.identity.Actor;
import io.doorstep.policy.Deadlines;
import io.doorstep.policy.VisitRules;
import io.doorstep.query.asof.CaseAsOf;
import io.doorstep.query.asof.CaseFilter;
import io.doorstep.query.asof.CaseStates;
import io.doorstep.query.asof.Cases;
import io.doorstep.query.asof.Fragment;
import io.doorstep.query.asof.Moment;
import io.doorstep.reference.ReferenceData;
import io.doorstep.terms.CaseStatus;
import io.doorstep.terms.VisitOutcome;
import io.doorstep.terms.VisitReason;
import io.doorstep.terms.VisitType;
import io.doorstep.weeks.Leader;
import io.doorstep.weeks.Leaders;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * 应约访。 Open cases that by the rules are owed an appointed visit, and have had none in this cycle at which somebody was met: who is to
 * make it, and by when.
 */
@Component
class Owed {

    private static final int MOST = 200;
    private static final int COUNTY_DIGITS = 6;

    private final Cases cases;
    private final CaseStates states;
    private final Leaders leaders;
    private final ReferenceData reference;
    private final Deadlines deadlines;
    private final Clock clock;

    Owed(Cases cases, CaseStates states, Leaders leaders, ReferenceData reference, Deadlines deadlines, Clock clock) {
        this.cases = cases;
        this.states = states;
        this.leaders = leaders;
        this.reference = reference;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * 一次应约访。
     *
     * @param reasons constants of {@code VisitReason}
     * @param by the leaders whose visit it is; none when the register does not say
     */
    record Line(
            String caseId,
            String number,
            String title,
            String place,
            List<String> reasons,
            List<String> by,
            LocalDate due,
            long daysLeft) {}

    /** The visits that are owed, in the order of their days. */
    List<Line> of(Actor reader) {
        var now = clock.instant();
        var rules = deadlines.policyAt(now).visits();
        var asked = states.seenBy(reader, Moment.present(now), CaseFilter.ALL)
                .and(new Fragment(
                        "s.is_open = true and (s.is_joint = true or s.is_repeat = true) and s.status <> :settled",
                        Map.of("settled", CaseStatus.RESOLVED.name())));
        var register = new Register(rules, deadlines.day(now), new HashMap<>());
        return cases.whole(asked).stream()
                .filter(one -> !reasons(one, rules).isEmpty() && !met(one))
                .map(one -> line(one, rules, register))
                .sorted(Comparator.comparing(Line::due).thenComparing(Line::number))
                .limit(MOST)
                .toList();
    }

    private Line line(CaseAsOf one, VisitRules rules, Register register) {
        var due = deadlines.day(one.cycle().openedAt()).plusDays(rules.appointedWithinDays());
        return new Line(
                one.caseId(),
                one.number(),
                one.matter().title(),
                one.matter().place(),
                reasons(one, rules),
                register.whose(one.matter().place()),
                due,
                ChronoUnit.DAYS.between(register.today(), due));
    }

    private static List<String> reasons(CaseAsOf one, VisitRules rules) {
        var reasons = new ArrayList<String>();
        if (one.joint() && rules.appointedFor().contains(VisitReason.JOINT)) {
            reasons.add(VisitReason.JOINT.name());
        }
        if (one.repeat() && rules.appointedFor().contains(VisitReason.REPEAT)) {
            reasons.add(VisitReason.REPEAT.name());
        }
        return reasons;
    }

    private static boolean met(CaseAsOf one) {
        return one.visits().stream()
                .anyMatch(visit -> visit.type().equals(VisitType.APPOINTED_VISIT.name())
                        && !visit.outcome().equals(VisitOutcome.NOT_MET.name())
                        && !visit.at().isBefore(one.cycle().openedAt()));
    }

    /** 名册。 Who of the leaders makes appointed visits where. */
    private final class Register {

        private final VisitRules rules;
        private final LocalDate today;
        private final Map<String, List<Leader>> known;

        Register(VisitRules rules, LocalDate today, Map<String, List<Leader>> known) {
            this.rules = rules;
            this.today = today;
            this.known = known;
        }

        LocalDate today() {
            return today;
        }

        List<String> whose(String code) {
            var county = code.substring(0, Math.min(COUNTY_DIGITS, code.length()));
            var path = reference.place(code, today).map(place -> place.path()).orElse("/" + code + "/");
            return known.computeIfAbsent(county, of -> leaders.of(of, today)).stream()
                    .filter(one -> rules.makes(one.rank(), VisitType.APPOINTED_VISIT))
                    .filter(one -> one.townships().stream().anyMatch(township -> path.contains("/" + township + "/")))
                    .map(Leader::account)
                    .toList();
        }
    }
}
