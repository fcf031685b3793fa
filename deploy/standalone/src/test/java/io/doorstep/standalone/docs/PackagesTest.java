package io.doorstep.standalone.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** 包一览。 {@code docs/packages.md}: every package with its caption and the packages of ours that it uses. */
class PackagesTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final List<String> MODULES =
            List.of("shared-events", "command-service", "query-service", "deploy/standalone");
    private static final Pattern CAPTION = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern USE =
            Pattern.compile("^import (?:static )?(io\\.doorstep(?:\\.[a-z0-9]+)*)\\.[A-Z]", Pattern.MULTILINE);

    @Test
    void the_page_of_packages_is_what_the_code_is() throws IOException {
        var page = ROOT.resolve("docs/packages.md");
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(page, generate());
        }
        assertThat(Files.readString(page))
                .as("stale: mvn test -pl deploy/standalone -am -Dtest=PackagesTest -Ddocs.write=true"
                        + " -Dsurefire.failIfNoSpecifiedTests=false")
                .isEqualTo(generate());
    }

    private static String generate() {
        var text = new StringBuilder("""
                # 包一览 · The packages, and who uses whom

                Generated from the code by `PackagesTest`; it fails when this page is stale. Names are below `io.doorstep`.
                """);
        for (var module : MODULES) {
            text.append("\n## ").append(module).append("\n\n| package | | uses |\n|---|---|---|\n");
            packages(ROOT.resolve(module).resolve("src/main/java"))
                    .forEach((name, row) -> text.append("| `")
                            .append(brief(name))
                            .append("` | ")
                            .append(row.caption)
                            .append(" | ")
                            .append(row.uses.stream()
                                    .filter(used -> !used.equals(name))
                                    .map(used -> "`" + brief(used) + "`")
                                    .collect(Collectors.joining(" ")))
                            .append(" |\n"));
        }
        return text.toString();
    }

    private static String brief(String name) {
        return name.equals("io.doorstep") ? "." : name.substring("io.doorstep.".length());
    }

    private static final class Row {
        private String caption = "";
        private final TreeSet<String> uses = new TreeSet<>();
    }

    private static Map<String, Row> packages(Path sources) {
        Map<String, Row> rows = new TreeMap<>();
        try (var files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(file -> {
                var folder = sources.relativize(file.getParent()).toString();
                var row = rows.computeIfAbsent(folder.replace('/', '.').replace('\\', '.'), name -> new Row());
                var code = read(file);
                if (file.endsWith("package-info.java")) {
                    row.caption = caption(code);
                }
                var uses = USE.matcher(code);
                while (uses.find()) {
                    row.uses.add(uses.group(1));
                }
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return rows;
    }

    private static String caption(String code) {
        var found = CAPTION.matcher(code);
        return found.find() ? found.group(1).replaceAll("\\s*\\n\\s*\\*", " ").strip() : "";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
