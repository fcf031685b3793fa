package io.doorstep.query.choose;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** 拼音。 How well words that somebody types fit a name: by code, by the name itself, by its initials, by its whole pinyin. */
final class Pinyin {

    /** Does not fit at all. */
    static final int NO_MATCH = 9;

    private static final Transliterator TO_LATIN = Transliterator.getInstance("Han-Latin; Latin-ASCII; Any-Lower");
    // names of places and officers of one county: a few thousand at most
    private static final Map<String, Spelt> KNOWN = new ConcurrentHashMap<>();

    private Pinyin() {}

    private record Spelt(String initials, String whole) {}

    /** The smaller the better; {@link #NO_MATCH} when nothing fits. */
    static int rank(String code, String name, String words) {
        var asked = words.toLowerCase(Locale.ROOT).replace(" ", "");
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals(asked) || code.equals(asked)) {
            return 0;
        }
        if (lower.startsWith(asked) || code.toLowerCase(Locale.ROOT).startsWith(asked)) {
            return 1;
        }
        if (lower.contains(asked)) {
            return 2;
        }
        if (!asked.chars().allMatch(letter -> letter < 128)) {
            return NO_MATCH;
        }
        var spelt = KNOWN.computeIfAbsent(name, Pinyin::spell);
        if (spelt.initials.startsWith(asked)) {
            return 3;
        }
        return spelt.whole.startsWith(asked) ? 4 : NO_MATCH;
    }

    private static Spelt spell(String name) {
        var initials = new StringBuilder();
        var whole = new StringBuilder();
        name.codePoints().forEach(character -> {
            // one by one: a reading that depends on its neighbours is no reading an officer can count on
            var syllable = syllable(Character.toString(character));
            if (!syllable.isEmpty()) {
                initials.append(syllable.charAt(0));
                whole.append(syllable);
            }
        });
        return new Spelt(initials.toString(), whole.toString());
    }

    private static String syllable(String character) {
        synchronized (TO_LATIN) {
            return TO_LATIN.transliterate(character).strip();
        }
    }
}
