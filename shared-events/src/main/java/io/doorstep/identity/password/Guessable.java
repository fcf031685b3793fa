package io.doorstep.identity.password;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * 易猜的口令。 Estimates with zxcvbn how many guesses a password takes: its lists of leaked passwords, names and words, keyboard
 * walks, years and repetitions, a list of what is common in China, and the words that everybody connects with the office.
 */
public final class Guessable {
    private static final double FEWEST_GUESSES = 1e8;
    // the estimate grows with the cube of the length
    private static final int LOOKED_AT = 64;
    private static final List<String> PRODUCT =
            List.of("doorstep", "menkou", "xinfang", "信访", "门口", "上门", "petition", "office");

    private final Zxcvbn estimate;
    private final List<String> office;
    private final Set<String> leaked;

    private Guessable(List<String> office, Set<String> leaked) {
        try {
            this.estimate = new ZxcvbnBuilder()
                    .dictionaries(StandardDictionaries.loadAllDictionaries())
                    .dictionary(new Dictionary("common-in-china", shipped()))
                    .keyboards(StandardKeyboards.loadAllKeyboards())
                    .build();
        } catch (IOException broken) {
            throw new UncheckedIOException("the lists of common passwords cannot be read", broken);
        }
        this.office = List.copyOf(office);
        this.leaked = Set.copyOf(leaked);
    }

    /**
     * The lists that are shipped.
     *
     * @param office words that everybody connects with the office, such as its name
     */
    public static Guessable with(List<String> office) {
        return new Guessable(office, Set.of());
    }

    /**
     * The same and a list of the office's own.
     *
     * @param leaked a file with passwords that nobody may take, one on a line
     */
    public static Guessable with(List<String> office, Path leaked) {
        try (var lines = Files.lines(leaked)) {
            var list = new HashSet<String>();
            lines.map(line -> line.strip().toLowerCase(Locale.ROOT)).forEach(list::add);
            return new Guessable(office, list);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("doorstep.passwords.blocklist cannot be read", unreadable);
        }
    }

    boolean is(String password, List<String> aboutThePerson) {
        var known = new ArrayList<>(PRODUCT);
        known.addAll(office);
        known.addAll(aboutThePerson);
        var looked = password.substring(0, Math.min(LOOKED_AT, password.length()));
        return leaked.contains(password) || estimate.measure(looked, known).getGuesses() < FEWEST_GUESSES;
    }

    private static List<String> shipped() throws IOException {
        try (var list = Objects.requireNonNull(Guessable.class.getResourceAsStream("/passwords/common-in-china.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
