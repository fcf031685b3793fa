package io.doorstep.command.cases.values;

import io.doorstep.vault.Private;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/**
 * 中性标题。 A title stands readable in facts and lists for ever, so it must not say who brings the matter: no erasure could take
 * that back.
 */
public final class NeutralTitle {

    /** What stands in the column of names when nobody is named. */
    private static final Set<String> NOBODY =
            Set.of("未署名", "匿名", "群众", "村民", "居民", "业主", "职工", "家长", "市民", "网民", "网友", "信访人", "来访人", "不详");

    private static final String SOMEBODY = "某";
    private static final int FEWEST = 2;
    private static final int LONGEST_NAME = 5;

    private NeutralTitle() {}

    /** Whether the title says one of these names or numbers. */
    public static boolean names(String title, Collection<Private> people) {
        return people.stream().map(Private::words).anyMatch(words -> isSaid(title, words));
    }

    /** The title with 张某 for a name, and stars for a number. */
    public static String without(String title, Collection<Private> people) {
        var neutral = title;
        for (var person : people) {
            var words = person.words().strip();
            if (isSaid(neutral, words)) {
                neutral = neutral.replace(words, masked(words));
            }
        }
        return neutral;
    }

    private static String masked(String words) {
        var first = words.substring(0, words.offsetByCodePoints(0, 1));
        return Character.isDigit(words.charAt(0)) || words.length() > LONGEST_NAME ? "****" : first + SOMEBODY;
    }

    private static boolean isSaid(String title, String words) {
        var said = words.strip();
        return said.codePointCount(0, said.length()) >= FEWEST
                && !NOBODY.contains(said)
                && title.toUpperCase(Locale.ROOT).contains(said.toUpperCase(Locale.ROOT));
    }
}
