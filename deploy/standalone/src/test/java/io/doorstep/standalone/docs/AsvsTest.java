package io.doorstep.standalone.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** ASVS 对照表。 {@code docs/asvs.md}: whatever is met names tests that exist, and the counts at the top are those of the lines. */
class AsvsTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern LINE = Pattern.compile("^\\| V([0-9.]+) \\|.*\\| (met|n/a|open) \\| (.*) \\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

    @Test
    void every_line_that_is_met_names_a_test_and_all_are_counted() throws IOException {
        var page = Files.readString(ROOT.resolve("docs/asvs.md"));
        var tests = tests();
        Map<String, Integer> counts = new TreeMap<>(Map.of("met", 0, "n/a", 0, "open", 0));
        var numbers = new TreeMap<String, String>();
        page.lines().map(LINE::matcher).filter(line -> line.matches()).forEach(line -> {
            assertThat(numbers.put(line.group(1), line.group(2)))
                    .as("V%s stands twice", line.group(1))
                    .isNull();
            counts.merge(line.group(2), 1, Integer::sum);
            var named = TEST.matcher(line.group(3))
                    .results()
                    .map(test -> test.group(1))
                    .toList();
            assertThat(tests).as("V%s", line.group(1)).containsAll(named);
            if (line.group(2).equals("met")) {
                assertThat(named).as("what shows V%s", line.group(1)).isNotEmpty();
            }
            assertThat(line.group(3)).as("V%s", line.group(1)).isNotBlank();
        });
        assertThat(numbers).as("levels 1 and 2 of ASVS 5.0.0").hasSize(253);
        assertThat(page)
                .contains("| met | " + counts.get("met") + " |")
                .contains("| n/a | " + counts.get("n/a") + " |")
                .contains("| open | " + counts.get("open") + " |");
    }

    private static java.util.Set<String> tests() throws IOException {
        try (var files = Files.walk(ROOT)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }
}
