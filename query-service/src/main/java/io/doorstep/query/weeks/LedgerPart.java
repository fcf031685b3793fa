package io.doorstep.query.weeks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** 台账各数。 The numbers of a week's ledger; each opens the cases that it counts. */
enum LedgerPart {
    /** 计划走访。 */
    PLANNED(line -> true),
    /** 已走访。 */
    VISITED(WeekLedger.Line::visited),
    /** 当场化解。 */
    RESOLVED(WeekLedger.Line::resolved),
    /** 有承诺。 */
    COMMITMENTS(line -> line.commitmentBy() != null),
    /** 注明未成行。 Not made, with a reason on record. */
    MISSED(line -> !line.visited() && line.missed() != null),
    /** 未走访。 Not made, and nobody said why. */
    SILENT(line -> !line.visited() && line.missed() == null);

    // lambdas without a state of their own
    @SuppressWarnings("ImmutableEnumChecker")
    private final Predicate<WeekLedger.Line> holds;

    LedgerPart(Predicate<WeekLedger.Line> holds) {
        this.holds = holds;
    }

    boolean holds(WeekLedger.Line line) {
        return holds.test(line);
    }

    /** All that was planned, when somebody asks for nothing else. */
    static LedgerPart called(@Nullable String name) {
        return Arrays.stream(values())
                .filter(part -> part.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(PLANNED);
    }

    static Map<LedgerPart, Integer> counted(List<WeekLedger.Line> lines) {
        var counted = new LinkedHashMap<LedgerPart, Integer>();
        for (var part : values()) {
            counted.put(part, (int) lines.stream().filter(part::holds).count());
        }
        return counted;
    }

    /** As an address has it. */
    public String inAddress() {
        return name().toLowerCase(Locale.ROOT);
    }
}
