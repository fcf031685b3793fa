package io.doorstep.command.imports;

import io.doorstep.ledger.Words;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** 台账常用词。 What ledgers call our targets and constants, as {@code ledger-words.properties} has it. */
final class LedgerWords {

    private static final Pattern BRACKETS = Pattern.compile("[(（\\[【][^)）\\]】]*[)）\\]】]");
    private static final Pattern NO_LETTERS = Pattern.compile("[\\s*:：_/、.]+");
    private static final int EXACT = 1_000;
    private static final int PARTLY = 100;

    private final Map<String, List<String>> words = new LinkedHashMap<>();

    LedgerWords() {
        var all = new Properties();
        try (var in = new InputStreamReader(
                Objects.requireNonNull(LedgerWords.class.getResourceAsStream("/ledger-words.properties")),
                StandardCharsets.UTF_8)) {
            all.load(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        all.stringPropertyNames()
                .forEach(key -> words.put(
                        key,
                        Arrays.stream(all.getProperty(key).split(","))
                                .map(LedgerWords::essence)
                                .distinct()
                                .toList()));
    }

    Map<String, List<String>> all() {
        return words;
    }

    /** How well a heading fits a target; 0 when it does not at all. */
    int fit(String heading, Target target) {
        var essence = essence(heading);
        var known = words.getOrDefault("target." + target.wire(), List.of());
        if (essence.isEmpty()) {
            return 0;
        }
        if (known.contains(essence)) {
            return EXACT - known.indexOf(essence);
        }
        return known.stream()
                .filter(word -> word.length() > 1 && !isLatin(word) && essence.contains(word))
                .mapToInt(word -> PARTLY + word.length())
                .max()
                .orElse(0);
    }

    /** Our constant for a word of the ledger. */
    Optional<String> constant(Target target, String theirs, List<String> constants) {
        var essence = essence(theirs);
        return constants.stream()
                .filter(it -> essence(it).equals(essence)
                        || words.getOrDefault(target.wire() + "." + it, List.of())
                                .contains(essence))
                .findFirst();
    }

    private static boolean isLatin(String word) {
        return word.chars().allMatch(letter -> letter < 128);
    }

    private static String essence(String text) {
        var line = Words.ofOneLine(text).toLowerCase(Locale.ROOT);
        var bare = NO_LETTERS.matcher(BRACKETS.matcher(line).replaceAll("")).replaceAll("");
        return bare.isEmpty() ? NO_LETTERS.matcher(line).replaceAll("") : bare;
    }
}
