package io.doorstep.command.imports;

import io.doorstep.command.imports.Preview.Column;
import io.doorstep.command.imports.Preview.TargetWords;
import io.doorstep.ledger.LedgerReader;
import io.doorstep.ledger.LedgerRow;
import io.doorstep.ledger.UnreadableLedger;
import io.doorstep.ledger.kept.KeptMappings;
import io.doorstep.policy.Deadlines;
import io.doorstep.reference.ReferenceData;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** 预览台账。 Looks at a ledger that somebody is about to import; keeps nothing of it. */
@Component
class PreviewDesk {

    private static final int MOST_ROWS = 200_000;
    private static final int MOST_EARLIER = 5;

    private final ReferenceData reference;
    private final Deadlines deadlines;
    private final Clock clock;
    private final ZoneId zone;
    private final KeptMappings mappings;
    private final ImportRegister register;
    private final MessageSource messages;
    private final LedgerWords words = new LedgerWords();

    PreviewDesk(
            ReferenceData reference,
            Deadlines deadlines,
            Clock clock,
            ZoneId officeZone,
            KeptMappings mappings,
            ImportRegister register,
            MessageSource messages) {
        this.reference = reference;
        this.deadlines = deadlines;
        this.clock = clock;
        this.zone = officeZone;
        this.mappings = mappings;
        this.register = register;
        this.messages = messages;
    }

    /** 读法。 How a file shall be read; what is null is found out. */
    record Wish(
            String source,
            @Nullable String sheet,
            @Nullable Charset charset,
            @Nullable Long headingLine) {}

    Preview look(byte[] file, Wish wish, Locale reader) {
        try {
            var outline = LedgerReader.outline(file);
            var sheet = wish.sheet() == null && !outline.sheets().isEmpty()
                    ? outline.sheets().get(0)
                    : wish.sheet();
            var charset = wish.charset() == null ? outline.charset() : wish.charset();
            try (var rows = LedgerReader.open(file, sheet, charset)) {
                var all = rows.rows()
                        .filter(row -> !row.isBlank())
                        .limit(MOST_ROWS)
                        .iterator();
                var first = new ArrayList<LedgerRow>();
                while (all.hasNext() && first.size() <= Headings.ROWS_BEFORE) {
                    first.add(all.next());
                }
                var headings = headings(first, wish.headingLine());
                var glance = new LedgerGlance(headings);
                first.stream().filter(row -> row.line() > headings.line()).forEach(glance::look);
                all.forEachRemaining(glance::look);
                var columns = glance.columns(words, new CodeGuess(reference, words, deadlines.day(clock.instant())));
                return new Preview(
                        outline.sheets(),
                        outline.sheets().isEmpty() ? null : sheet,
                        outline.sheets().isEmpty() && charset != null ? charset.name() : null,
                        wish.source(),
                        zone.getId(),
                        headings.line(),
                        columns,
                        glance.first(),
                        glance.total(),
                        targets(reader),
                        constants(columns),
                        earlier(headings));
            }
        } catch (UnreadableLedger unreadable) {
            throw ImportDesk.malformed(unreadable);
        }
    }

    private LedgerRow headings(List<LedgerRow> first, @Nullable Long line) {
        if (first.isEmpty()) {
            throw new Malformed(FieldProblem.of("file", "EMPTY_FILE"));
        }
        return line == null
                ? new HeadingGuess(words).row(first)
                : first.stream()
                        .filter(row -> row.line() == line)
                        .findFirst()
                        .orElseThrow(() -> new Malformed(FieldProblem.of(
                                "headingLine",
                                "OUT_OF_RANGE",
                                first.get(0).line(),
                                first.get(first.size() - 1).line())));
    }

    private List<TargetWords> targets(Locale reader) {
        return Arrays.stream(Target.values())
                .map(target -> new TargetWords(
                        target.wire(),
                        messages.getMessage("target." + target.wire(), null, reader),
                        target.required(),
                        target.sort().name(),
                        target.translatable(),
                        CodeGuess.constants(target)))
                .toList();
    }

    /** A county's ledger speaks of that county, and hardly ever of anything but petitions. */
    private Map<String, String> constants(List<Column> columns) {
        var result = new LinkedHashMap<String, String>();
        var said = columns.stream().map(Column::target).collect(Collectors.toSet());
        if (!said.contains(Target.KIND.wire())) {
            result.put(Target.KIND.wire(), "PETITION");
        }
        var top = reference.places(null, deadlines.day(clock.instant())).stream()
                .filter(place -> place.parent() == null)
                .toList();
        if (!said.contains(Target.PLACE.wire()) && top.size() == 1) {
            result.put(Target.PLACE.wire(), top.get(0).code());
        }
        return result;
    }

    private List<Preview.Earlier> earlier(LedgerRow headings) {
        return mappings.likeThese(headings, MOST_EARLIER * 4).stream()
                .map(register::earlier)
                .collect(Collectors.toMap(
                        Preview.Earlier::source, it -> it, (newer, older) -> newer, LinkedHashMap::new))
                .values()
                .stream()
                .limit(MOST_EARLIER)
                .toList();
    }
}
