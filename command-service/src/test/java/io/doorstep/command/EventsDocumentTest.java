package io.doorstep.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.DeadlinePassed;
import io.doorstep.events.weeks.WeekEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 事实清单。 {@code docs/events.md} is made from the facts and says the same; {@code -Ddocs.write=true} makes it anew. */
class EventsDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/events.md");
    private static final Path FACTS = Path.of("../shared-events/src/main/java/io/doorstep/events/cases");
    private static final String FACTS_OF = "io.doorstep.events.";
    private static final Path VERBS = Path.of("src/main/java/io/doorstep/command/cases");
    private static final Pattern CAPTION = Pattern.compile("/\\*\\*\\s+(?:\\* )?(\\S[^。]*)。 ([^\\n]*?)(?: \\*/)?\\n");
    private static final Pattern POST = Pattern.compile("@PostMapping\\([^\"]*\"([^\"]+)\"");

    @Test
    void is_up_to_date() throws IOException {
        var today = document();
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(DOCUMENT, today);
        }

        assertThat(Files.readString(DOCUMENT)).isEqualTo(today);
    }

    private static String document() throws IOException {
        var text = new StringBuilder("""
                # Facts · 案件事实

                Everything that can happen to a case, in the order of `io.doorstep.events.cases.CaseEvent`. A `?` marks what may
                be missing; `Sealed` values are readable only while their key exists. Each fact also says, as metadata, who
                recorded it (`actor`, `roles`, `unit`), whether late (`late`, `lateReason`) and from which ledger (`import`).

                This file is made by `EventsDocumentTest` of command-service; make it anew with `-Ddocs.write=true`.

                | fact | 中文 | revision | components | left by POST |
                |---|---|---|---|---|
                """);
        for (var fact : CaseEvent.class.getPermittedSubclasses()) {
            text.append("| `%s` — %s | %s | %s | %s | %s |\n"
                    .formatted(
                            fact.getSimpleName(),
                            caption(fact, 2),
                            caption(fact, 1),
                            fact.getAnnotationsByType(Revision.class)[0].value(),
                            components(fact),
                            posts(fact)));
        }
        text.append("""

                ## Facts of a no-meeting week · 无会周事实

                What a county's week of a month leaves behind (`io.doorstep.events.weeks.WeekEvent`, docs/decisions/0034); left by the
                POST addresses under `/api/weeks/{month}`. A stop (`PlannedStop`) is a case that a leader visits on a day.

                | fact | 中文 | revision | components |
                |---|---|---|---|
                """);
        for (var fact : WeekEvent.class.getPermittedSubclasses()) {
            text.append("| `%s` — %s | %s | %s | %s |\n"
                    .formatted(
                            fact.getSimpleName(),
                            caption(fact, 2),
                            caption(fact, 1),
                            fact.getAnnotationsByType(Revision.class)[0].value(),
                            components(fact)));
        }
        return text.toString();
    }

    private static String caption(Class<?> fact, int part) throws IOException {
        var folder = FACTS.resolveSibling(fact.getPackageName().substring(FACTS_OF.length()));
        var source = Files.readString(folder.resolve(fact.getSimpleName() + ".java"));
        var caption = CAPTION.matcher(source);
        assertThat(caption.find()).as(fact.getSimpleName()).isTrue();
        return caption.group(part);
    }

    private static String components(Class<?> fact) {
        return Arrays.stream(fact.getRecordComponents())
                .filter(component -> !Set.of("caseId", "weekId", "occurredAt").contains(component.getName()))
                .map(EventsDocumentTest::component)
                .collect(Collectors.joining(", "));
    }

    private static String component(RecordComponent component) {
        var type = component.getGenericType().getTypeName().replaceAll("[a-z]+\\.", "");
        var optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class) ? "?" : "";
        return "`%s%s` %s".formatted(component.getName(), optional, type);
    }

    private static String posts(Class<?> fact) throws IOException {
        if (fact == DeadlinePassed.class) {
            return "the clock";
        }
        var makers = sourcesWith("new " + fact.getSimpleName() + "(");
        var posts = new TreeSet<String>();
        for (var maker : makers) {
            var name = nameOf(maker).replace(".java", "");
            // what lies with the decisions is left by every verb that asks for it
            for (var verb : maker.startsWith(VERBS.resolve("decision")) ? sourcesWith(name + ".of(") : List.of(maker)) {
                posts.addAll(postsOf(verb));
            }
        }
        assertThat(posts).as(fact.getSimpleName()).isNotEmpty();
        return posts.stream().map(post -> "`" + post + "`").collect(Collectors.joining(", "));
    }

    private static Set<String> postsOf(Path verb) throws IOException {
        var own = verb.resolveSibling(nameOf(verb).replace(".java", "Endpoint.java"));
        try (var files = Files.list(verb.resolveSibling(""))) {
            return files.filter(file -> file.toString().endsWith("Endpoint.java"))
                    .filter(file -> !Files.exists(own) || file.equals(own))
                    .map(file -> POST.matcher(textOf(file)))
                    .filter(post -> post.find())
                    .map(post -> post.group(1))
                    .collect(Collectors.toSet());
        }
    }

    private static List<Path> sourcesWith(String words) throws IOException {
        try (var files = Files.walk(VERBS)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> textOf(file).contains(words))
                    .toList();
        }
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
