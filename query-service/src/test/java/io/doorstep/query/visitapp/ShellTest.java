package io.doorstep.query.visitapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.digest.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 应用外壳的测试。 */
class ShellTest {
    private static final Path FOLDER = Path.of("src/main/resources/static/visits/app");
    private static final Pattern WORD = Pattern.compile("(?m)^  '?([\\w.]+)'?: '(.*)',$");

    @Test
    void the_worker_keeps_every_file_by_its_hash_but_not_itself() throws IOException {
        var worker = new Shell().worker();

        assertThat(worker).startsWith("const VERSION = \"").doesNotContain("worker.js\": ");
        for (var file : files().filter(one -> !one.endsWith("worker.js")).toList()) {
            var name = file.getFileName().toString();
            var hash = HexFormat.of().parseHex(Sha256.hex(Files.readAllBytes(file)));
            assertThat(worker)
                    .contains("\"/visits/app/%s\": \"sha256-%s\""
                            .formatted(
                                    name.equals("index.html") ? "" : name,
                                    Base64.getEncoder().encodeToString(hash)));
        }
    }

    @Test
    void both_languages_have_the_same_words_with_the_same_places_to_fill() throws IOException {
        assertThat(words("en.js")).isEqualTo(words("zh.js")).hasSizeGreaterThan(100);
    }

    /** Without network a module that is not kept would not be there. */
    @ParameterizedTest
    @MethodSource("files")
    void what_a_module_needs_is_kept_too(Path file) throws IOException {
        var imports = Pattern.compile("from '\\./([\\w-]+\\.js)'")
                .matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        assertThat(imports.results().map(found -> FOLDER.resolve(found.group(1))))
                .allMatch(Files::exists);
    }

    private static List<String> words(String file) throws IOException {
        return WORD.matcher(Files.readString(FOLDER.resolve(file)))
                .results()
                .map(word -> word.group(1) + placesIn(word))
                .toList();
    }

    private static List<String> placesIn(MatchResult word) {
        return Pattern.compile("\\{\\d}")
                .matcher(word.group(2))
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    static Stream<Path> files() throws IOException {
        try (var all = Files.list(FOLDER)) {
            return all.toList().stream();
        }
    }
}
