package io.doorstep.query.layout;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** 文字标签。 Headings, constants and facts in the reader's language; a word that is missing is a bug. */
public final class Labels {

    private final MessageSource messages;
    private final Locale locale;

    public Labels(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /** Name of a list, such as {@code problems}. */
    public String list(String name) {
        return messages.getMessage("list." + name, null, locale);
    }

    public String heading(String column) {
        return messages.getMessage("column." + column, null, locale);
    }

    /** A constant that facts keep as text; one that an older revision knew is shown as it stands. */
    public @Nullable String constant(Class<? extends Enum<?>> type, @Nullable String name) {
        return name == null ? null : messages.getMessage(type.getSimpleName() + "." + name, null, name, locale);
    }

    /** A clock that runs for a case. */
    public @Nullable String clock(@Nullable String name) {
        return name == null ? null : messages.getMessage("clock." + name, null, name, locale);
    }

    /** What happened, for the simple name of a fact. */
    public String fact(String type) {
        return String.valueOf(messages.getMessage("fact." + type, null, type, locale));
    }

    public String yesOrNo(boolean yes) {
        return messages.getMessage(yes ? "word.yes" : "word.no", null, locale);
    }

    /** One of the few words that are neither heading nor constant, such as {@code erased}. */
    public String word(String name) {
        return messages.getMessage("word." + name, null, locale);
    }
}
