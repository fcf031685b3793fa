package io.doorstep.command.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.command.cases.decision.CaseCommand;
import io.doorstep.command.cases.decision.CaseHistory;
import io.doorstep.command.cases.decision.CaseState;
import io.doorstep.command.cases.decision.Circumstances;
import io.doorstep.command.cases.decision.Discretion;
import io.doorstep.command.cases.decision.Refusal;
import io.doorstep.command.cases.decision.Timeliness;
import io.doorstep.command.cases.values.CaseId;
import io.doorstep.command.dispatch.Sight;
import io.doorstep.events.cases.AssignmentSigned;
import io.doorstep.events.cases.CaseAccepted;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseResolved;
import io.doorstep.events.cases.CaseStories;
import io.doorstep.events.cases.CaseVisited;
import io.doorstep.events.cases.DeadlineExtended;
import io.doorstep.events.cases.Sealed;
import io.doorstep.identity.Actor;
import io.doorstep.policy.Deadlines;
import io.doorstep.policy.Policies;
import io.doorstep.policy.WorkCalendar;
import io.doorstep.reference.Paths;
import io.doorstep.reference.ReferencePaths;
import io.doorstep.terms.Role;
import io.doorstep.vault.NumberKind;
import io.doorstep.vault.Private;
import io.doorstep.web.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 案件情景。 A case with a past, of which tests ask something; decides as the aggregate does, without a database. */
public final class CaseStory {

    public static final CaseId ID = new CaseId(UUID.fromString(CaseStories.CASE));
    public static final CaseId OTHER = new CaseId(UUID.fromString(CaseStories.OTHER_CASE));

    public static final Actor BUREAU = Actor.of("officer", "u-petition-bureau", Role.PETITION_OFFICER);
    public static final Actor UNIT_HANDLER = Actor.of(CaseStories.OFFICER, CaseStories.UNIT, Role.HANDLER);
    public static final Actor UNIT_HEAD = Actor.of(CaseStories.HEAD, CaseStories.UNIT, Role.UNIT_HEAD);
    public static final Actor MEDIATOR = Actor.of("mediator", "u-other", Role.MEDIATOR);
    public static final Actor CADRE = Actor.of(CaseStories.CADRE, "u-township", Role.VISITING_CADRE);
    public static final Actor SUPERVISOR = Actor.of("supervisor", "u-petition-bureau", Role.SUPERVISOR);
    public static final Actor APPROVER = Actor.of("approver", "u-petition-bureau", Role.CLOSEOUT_APPROVER);
    /** Knows of every case, and decides nothing about one. */
    public static final Actor PRIVACY = Actor.of("privacy", "u-petition-bureau", Role.PRIVACY_OFFICER);

    public static final Actor ACCUSED = Actor.of("accused", "u-accused", Role.MEDIATOR);

    private static final Deadlines DEADLINES =
            new Deadlines(Policies.standard(), WorkCalendar.standard(), ZoneId.of("Asia/Shanghai"));

    /** Units without superiors, and places as their digits say. */
    private static final Paths PATHS = new Paths() {
        @Override
        public String place(String code, LocalDate on) {
            return ReferencePaths.byDigits(code);
        }

        @Override
        public String unit(String id, LocalDate on) {
            return "/" + id + "/";
        }

        @Override
        public String category(String code, LocalDate on) {
            return "/" + code + "/";
        }
    };

    private final CaseHistory history = new CaseHistory();
    private final Map<String, CaseHistory> others = new HashMap<>();
    private Instant now = CaseStories.on("2026-06-30");
    private boolean imported;
    private boolean lateReason;
    private boolean tookAlong;

    private CaseStory() {}

    /** What is on record, each fact recorded by whom it suits best. */
    public static CaseStory given(CaseEvent... facts) {
        var story = new CaseStory();
        Stream.of(facts).forEach(fact -> story.and(fact, recorder(fact)));
        return story;
    }

    public static CaseStory given(List<CaseEvent> facts) {
        return given(facts.toArray(CaseEvent[]::new));
    }

    public CaseStory and(CaseEvent fact, Actor by) {
        history.remember(fact, by.id());
        return this;
    }

    public CaseStory andOther(CaseEvent... facts) {
        var other = new CaseHistory();
        Stream.of(facts).forEach(fact -> other.remember(fact, BUREAU.id()));
        others.put(OTHER.value(), other);
        return this;
    }

    /** Today is that day. */
    public CaseStory today(String day) {
        now = CaseStories.on(day);
        return this;
    }

    public CaseStory fromLedger() {
        imported = true;
        return this;
    }

    public CaseStory withLateReason() {
        lateReason = true;
        return this;
    }

    /** Whoever asks took the case along on his telephone. */
    public CaseStory takenAlong() {
        tookAlong = true;
        return this;
    }

    /** What the case says to it; the facts join the story. */
    public Answer when(Actor asker, CaseCommand command) {
        var occurredAt = command.occurredAt();
        var at = new Scene(asker, now, occurredAt == null ? now : occurredAt);
        try {
            Discretion.check(command, at, history);
            Timeliness.check(at);
            var facts = command.decide(history.asOf(at.when()), at);
            var marks = facts.stream()
                    .map(fact -> Timeliness.mark(fact, history, at))
                    .toList();
            facts.forEach(fact -> history.remember(fact, asker.id()));
            return new Answer(facts, marks, null);
        } catch (Named refused) {
            return new Answer(List.of(), List.of(), refused.code());
        }
    }

    /** Facts, or the code of the refusal. */
    public record Answer(
            List<CaseEvent> facts,
            List<Optional<String>> late,
            @Nullable String refusal) {

        public void isRefused(Refusal why) {
            assertThat(refusal).isEqualTo(why.name());
        }

        public <E extends CaseEvent> E leaves(Class<E> sort) {
            assertThat(refusal).as("refusal").isNull();
            assertThat(facts).hasSize(1).first().isInstanceOf(sort);
            return sort.cast(facts.get(0));
        }

        public void leavesInOrder(Class<?>... sorts) {
            assertThat(refusal).as("refusal").isNull();
            assertThat(facts).<Class<?>>map(Object::getClass).containsExactly(sorts);
        }
    }

    private static Actor recorder(CaseEvent fact) {
        if (fact instanceof AssignmentSigned
                || fact instanceof CaseAccepted
                || fact instanceof DeadlineExtended
                || fact instanceof CaseResolved) {
            return UNIT_HANDLER;
        }
        return fact instanceof CaseVisited ? CADRE : BUREAU;
    }

    private final class Scene implements Circumstances {

        private final Actor actor;
        private final Instant today;
        private final Instant when;

        Scene(Actor actor, Instant today, Instant when) {
            this.actor = actor;
            this.today = today;
            this.when = when;
        }

        @Override
        public Actor actor() {
            return actor;
        }

        @Override
        public Instant now() {
            return today;
        }

        @Override
        public Instant when() {
            return when;
        }

        @Override
        public Deadlines deadlines() {
            return DEADLINES;
        }

        @Override
        public boolean imported() {
            return imported;
        }

        @Override
        public boolean byTheClock() {
            return false;
        }

        @Override
        public boolean lateReasonGiven() {
            return lateReason;
        }

        @Override
        public Sealed seal(String subject, Private words) {
            return new Sealed(subject, words.words());
        }

        @Override
        public boolean reads(@Nullable Sealed sealed, Private words) {
            return sealed != null && sealed.c().equals(words.words());
        }

        @Override
        public void remember(String person, String caseId, NumberKind kind, Private number) {
            // nobody looks for anybody in a story
        }

        @Override
        public String nextNumber(String place, Instant reportedAt) {
            return CaseStories.NUMBER;
        }

        @Override
        public boolean heads(String unit, String officer) {
            return unit.equals(CaseStories.UNIT) && (officer.equals(CaseStories.HEAD) || officer.equals("deputy"));
        }

        @Override
        public boolean mayKnowOf(CaseState standing) {
            return sight().covers(standing);
        }

        @Override
        public boolean tookAlong(String caseId) {
            return tookAlong;
        }

        @Override
        public boolean worksAt(String place) {
            return sight().worksAt(place);
        }

        private Sight sight() {
            return new Sight(actor, PATHS, DEADLINES.day(today));
        }

        @Override
        public Optional<CaseState> other(String caseId) {
            return Optional.ofNullable(others.get(caseId)).map(it -> it.asOf(today));
        }

        @Override
        public Optional<CaseState> linked(String caseId) {
            return other(caseId);
        }

        @Override
        public Map<String, ?> metadataOf(CaseEvent fact, CaseHistory of) {
            return Map.of();
        }
    }
}
