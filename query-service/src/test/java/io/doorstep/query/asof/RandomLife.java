package io.doorstep.query.asof;

import io.doorstep.events.cases.CaseCorrected;
import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseUrged;
import io.doorstep.events.cases.CaseVoided;
import io.doorstep.events.cases.CaseWithdrawn;
import io.doorstep.events.cases.Change;
import io.doorstep.events.cases.DeadlineExtended;
import io.doorstep.events.cases.SupervisionAnswered;
import io.doorstep.events.cases.SupervisionOrdered;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** 随机的经过。 A life of a case in which facts come late, out of order and at the same moment. */
public final class RandomLife {

    private static final String[] UNITS = {"u-town", "u-water", "u-justice"};

    private RandomLife() {}

    public static Life of(String caseId, long seed) {
        var random = new Random(seed);
        var life = new Life(caseId);
        var reportDay = random.nextInt(5);
        life.recorded(Life.day(reportDay), life.reported(reportDay), "officer");
        var recorded = Life.day(reportDay);
        var facts = random.nextInt(25);
        for (var i = 0; i < facts; i++) {
            // now and then the clock of another node is behind
            recorded = recorded.plusSeconds(random.nextInt(4) * 43_200L - (random.nextInt(5) == 0 ? 600 : 0));
            life.recorded(recorded, fact(life, random, occurred(random, recorded)), "someone");
        }
        return life;
    }

    private static int occurred(Random random, Instant recorded) {
        var today = (int) ((recorded.getEpochSecond() - Life.START.getEpochSecond()) / 86_400);
        return random.nextInt(3) == 0 ? today - random.nextInt(8) : today;
    }

    private static CaseEvent fact(Life life, Random random, int day) {
        var unit = UNITS[random.nextInt(UNITS.length)];
        var id = life.caseId();
        return switch (random.nextInt(16)) {
            case 0, 1 -> life.assigned(day, unit);
            case 2 -> life.signed(day, unit);
            case 3 -> life.returned(day, unit);
            case 4 -> life.accepted(day);
            case 5 -> life.visited(day, "v" + random.nextInt(3), random.nextBoolean() ? "DOWN_VISIT" : "RECEPTION");
            case 6, 7 -> life.resolved(day, random.nextBoolean() ? "v" + random.nextInt(3) : null);
            case 8 -> life.revisited(day, random.nextBoolean() ? "CONFIRMED" : "NOT_RESOLVED");
            case 9 -> life.closedOut(day);
            case 10 -> life.reopened(day, "REQUEST");
            case 11 ->
                new CaseCorrected(
                        id,
                        Life.day(day),
                        List.of(new Change("place", null, "430525" + (100 + random.nextInt(3)), null, null)),
                        Life.WORDS);
            case 12 -> new CaseUrged(id, Life.day(day), Life.WORDS);
            case 13 ->
                random.nextBoolean()
                        ? new SupervisionOrdered(id, Life.day(day), "COUNTY", LocalDate.of(2026, 4, 1), null)
                        : new SupervisionAnswered(id, Life.day(day), Life.WORDS);
            case 14 ->
                new DeadlineExtended(
                        id, Life.day(day), 10, LocalDate.of(2026, 5, 20), "head", true, "national-1", Life.WORDS);
            default ->
                random.nextInt(4) == 0
                        ? new CaseVoided(id, Life.day(day), Life.WORDS)
                        : new CaseWithdrawn(id, Life.day(day), null);
        };
    }
}
