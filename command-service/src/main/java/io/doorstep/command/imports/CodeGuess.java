package io.doorstep.command.imports;

import io.doorstep.reference.Entry;
import io.doorstep.reference.ReferenceData;
import io.doorstep.terms.CaseKind;
import io.doorstep.terms.Channel;
import io.doorstep.terms.ResolutionOutcome;
import io.doorstep.terms.ResolutionResult;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** 代码猜测。 Which of our codes the words of a ledger seem to mean. */
final class CodeGuess {

    private static final int LONGEST_NAME = 30;

    private final ReferenceData reference;
    private final LedgerWords words;
    private final LocalDate today;

    CodeGuess(ReferenceData reference, LedgerWords words, LocalDate today) {
        this.reference = reference;
        this.words = words;
        this.today = today;
    }

    /**
     * 猜测。 A code for a word of the ledger.
     *
     * @param name of the code; null of a constant
     * @param sure false when the names are only alike
     */
    record Guess(String code, @Nullable String name, boolean sure) {}

    /** The constants of a target; none when its codes are reference data, or it has none. */
    static List<String> constants(Target target) {
        return switch (target) {
            case KIND -> names(CaseKind.values());
            case CHANNEL -> names(Channel.values());
            case OUTCOME -> names(ResolutionOutcome.values());
            case RESULT -> names(ResolutionResult.values());
            default -> List.of();
        };
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    /** For each target that has codes, what the values mean; targets that none of them fits are left out. */
    Map<String, Map<String, Guess>> of(Collection<String> values) {
        var result = new LinkedHashMap<String, Map<String, Guess>>();
        for (var target : Target.values()) {
            if (target.sort() == Target.Sort.CODE) {
                var guesses = new LinkedHashMap<String, Guess>();
                values.forEach(value -> guess(target, value).ifPresent(guess -> guesses.put(value, guess)));
                if (!guesses.isEmpty()) {
                    result.put(target.wire(), guesses);
                }
            }
        }
        return result;
    }

    private Optional<Guess> guess(Target target, String value) {
        return switch (target) {
            case PLACE -> among(reference.places(null, today), value);
            case UNIT -> among(reference.units(null, today), value);
            case CATEGORY -> among(reference.categories(null, today), value);
            case OFFICER -> among(reference.officers(null, today), value);
            default -> words.constant(target, value, constants(target)).map(code -> new Guess(code, null, true));
        };
    }

    private static Optional<Guess> among(List<? extends Entry<?>> entries, String value) {
        if (value.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        return only(entries, entry -> entry.key().equals(value), true)
                .or(() -> only(entries, entry -> entry.name().equals(value), true))
                .or(() -> only(entries, entry -> entry.name().startsWith(value), false))
                .or(() -> only(entries, entry -> value.length() > 1 && abbreviates(value, entry.name()), false))
                .or(() -> only(entries, entry -> entry.name().length() > 1 && value.endsWith(entry.name()), false));
    }

    private static Optional<Guess> only(List<? extends Entry<?>> entries, Predicate<Entry<?>> fits, boolean sure) {
        var found = entries.stream().filter(fits).limit(2).toList();
        return found.size() == 1
                ? Optional.of(new Guess(found.get(0).key(), found.get(0).name(), sure))
                : Optional.empty();
    }

    /** Whether all letters stand in the name in this order, as those of 人社局 do in 人力资源和社会保障局. */
    private static boolean abbreviates(String value, String name) {
        var at = 0;
        for (var i = 0; i < value.length(); i++) {
            at = name.indexOf(value.charAt(i), at) + 1;
            if (at == 0) {
                return false;
            }
        }
        return true;
    }
}
