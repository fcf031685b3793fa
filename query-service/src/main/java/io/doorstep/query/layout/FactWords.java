package io.doorstep.query.layout;

import io.doorstep.events.cases.CaseEvent;
import io.doorstep.events.cases.CaseVisited;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 事实的说法。 What a fact says, as lines for people: names for ids and codes, words for constants, local times. */
public final class FactWords {

    /** Components that hold a constant, whatever the fact. */
    private static final Map<String, String> CONSTANTS = Map.ofEntries(
            Map.entry("kind", "CaseKind"),
            Map.entry("channel", "Channel"),
            Map.entry("route", "DiversionRoute"),
            Map.entry("link", "LinkKind"),
            Map.entry("cause", "ReopenCause"),
            Map.entry("result", "ResolutionResult"),
            Map.entry("stage", "ReviewStage"),
            Map.entry("form", "AgreementForm"),
            Map.entry("confirmation", "ConfirmationDecision"),
            Map.entry("decision", "ReviewDecision"),
            Map.entry("verdict", "RevisitVerdict"),
            Map.entry("stance", "Stance"),
            Map.entry("satisfaction", "Satisfaction"),
            Map.entry("target", "RatingTarget"),
            Map.entry("rating", "Satisfaction"),
            Map.entry("level", "SupervisionLevel"));

    private final Say say;

    public FactWords(Say say) {
        this.say = say;
    }

    /** 一项内容。 What it is about, and what it says. */
    public record Line(String name, String text) {}

    /**
     * One line for each component that says something.
     *
     * @param changes the components by name, with sealed words as far as the reader may see them
     */
    public List<Line> of(CaseEvent fact, Map<String, Object> changes) {
        return of(fact.getClass().getSimpleName(), changes);
    }

    /** The same by the fact's name. */
    public List<Line> of(String type, Map<String, Object> changes) {
        var visit = type.equals(CaseVisited.class.getSimpleName());
        return changes.entrySet().stream()
                .map(change -> new Line(name(change.getKey()), text(change.getKey(), change.getValue(), visit)))
                .filter(line -> !line.text.isBlank())
                .toList();
    }

    private String name(String component) {
        return say.word("said." + component);
    }

    private String text(String component, @Nullable Object value, boolean visit) {
        if (value instanceof Collection<?> all) {
            return joined(all.stream().map(one -> text(component, one, visit)).toList());
        }
        if (value instanceof Map<?, ?> parts) {
            return parts.containsKey("from") || parts.containsKey("to")
                    ? fromTo(component, parts)
                    : parts(component, parts, visit);
        }
        if (value instanceof Record parts) {
            return parts(component, components(parts), visit);
        }
        if (value instanceof Boolean yes) {
            return say.word(yes ? "word.yes" : "word.no");
        }
        if (value instanceof Instant moment) {
            return String.valueOf(say.moment(moment));
        }
        if (value instanceof LocalDate day) {
            return String.valueOf(say.day(day));
        }
        return value == null ? "" : code(component, value.toString(), visit);
    }

    /** A text that is a name's id or a constant in some components, and a text in all others. */
    private String code(String component, String text, boolean visit) {
        var constant = CONSTANTS.get(component);
        if (constant != null) {
            return String.valueOf(say.constant(constant, text));
        }
        return String.valueOf(
                switch (component) {
                    case "unit" -> say.unit(text);
                    case "accusedUnits" ->
                        joined(Arrays.stream(text.split(","))
                                .map(unit -> String.valueOf(say.unit(unit.strip())))
                                .toList());
                    case "officer", "leadOfficer", "approvedBy", "officers", "mediator", "mediators" ->
                        say.officer(text);
                    case "place" -> say.fullPlace(text);
                    case "category" -> say.category(text);
                    case "clock" -> say.clock(text);
                    case "outcome" -> say.constant(visit ? "VisitOutcome" : "ResolutionOutcome", text);
                    case "type" -> say.constant(visit ? "VisitType" : "EvidenceType", text);
                    default -> text;
                });
    }

    private String fromTo(String component, Map<?, ?> change) {
        return say.word(
                "said.fromTo",
                change.get("from") == null ? "—" : text(component, change.get("from"), false),
                change.get("to") == null ? "—" : text(component, change.get("to"), false));
    }

    /** 文字：…；附件：… for a piece of evidence, which names its own kind; else each part with its name. */
    private String parts(String component, Map<?, ?> parts, boolean visit) {
        var said = new ArrayList<String>();
        parts.forEach((name, value) -> {
            var text = text(name.toString(), value, visit);
            if (!text.isBlank()) {
                said.add(component.equals("evidence") ? text : say.word("said.part", name(name.toString()), text));
            }
        });
        return String.join(" ", said);
    }

    private String joined(List<String> texts) {
        return String.join(
                say.word("say.comma"),
                texts.stream().filter(text -> !text.isBlank()).toList());
    }

    private static Map<String, @Nullable Object> components(Record of) {
        var all = new LinkedHashMap<String, @Nullable Object>();
        for (var component : of.getClass().getRecordComponents()) {
            try {
                all.put(component.getName(), component.getAccessor().invoke(of));
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(component.getName(), impossible);
            }
        }
        return all;
    }
}
