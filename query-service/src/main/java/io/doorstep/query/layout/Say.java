package io.doorstep.query.layout;

import io.doorstep.access.UnmaskReason;
import io.doorstep.erasure.ErasureGround;
import io.doorstep.identity.Actor;
import io.doorstep.reference.Place;
import io.doorstep.reference.PlaceLevel;
import io.doorstep.reference.ReferenceData;
import io.doorstep.terms.AgreementForm;
import io.doorstep.terms.ConfirmationDecision;
import io.doorstep.terms.DiversionRoute;
import io.doorstep.terms.FollowUp;
import io.doorstep.terms.LinkKind;
import io.doorstep.terms.RatingTarget;
import io.doorstep.terms.ResolutionOutcome;
import io.doorstep.terms.ResolutionResult;
import io.doorstep.terms.ReviewDecision;
import io.doorstep.terms.ReviewStage;
import io.doorstep.terms.RevisitVerdict;
import io.doorstep.terms.Satisfaction;
import io.doorstep.terms.Stance;
import io.doorstep.terms.SupervisionLevel;
import io.doorstep.terms.VisitOutcome;
import io.doorstep.terms.VisitType;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** 表述。 Dates, numbers, names and constants as people of the reader's language write them; nothing for nothing. */
public final class Say {

    private static final List<Class<? extends Enum<?>>> CHOSEN_IN_FORMS = List.of(
            AgreementForm.class,
            ConfirmationDecision.class,
            DiversionRoute.class,
            ErasureGround.class,
            FollowUp.class,
            LinkKind.class,
            RatingTarget.class,
            ResolutionOutcome.class,
            ResolutionResult.class,
            ReviewDecision.class,
            ReviewStage.class,
            RevisitVerdict.class,
            Satisfaction.class,
            Stance.class,
            SupervisionLevel.class,
            UnmaskReason.class,
            VisitOutcome.class,
            VisitType.class);

    private final MessageSource messages;
    private final Locale locale;
    private final ReferenceData reference;
    private final ZoneId zone;
    private final LocalDate today;
    private final Names names;

    public Say(MessageSource messages, Locale locale, ReferenceData reference, ZoneId zone, LocalDate today) {
        this.messages = messages;
        this.locale = locale;
        this.reference = reference;
        this.zone = zone;
        this.today = today;
        this.names = new Names(reference, today);
    }

    /** A day in a table: 2026-03-02, 2 Mar 2026. */
    public @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.format(pattern("yyyy-MM-dd", "d MMM yyyy"));
    }

    /** A day in a sentence: 2026年3月2日. */
    public @Nullable String fullDay(@Nullable LocalDate day) {
        return day == null ? null : day.format(pattern("yyyy年M月d日", "d MMMM yyyy"));
    }

    /** The office's day of a moment, in a table. */
    public @Nullable String day(@Nullable Instant moment) {
        return moment == null ? null : day(LocalDate.ofInstant(moment, zone));
    }

    /** A moment to the minute: 2026-03-02 09:05. */
    public @Nullable String moment(@Nullable Instant moment) {
        return moment == null ? null : moment.atZone(zone).format(pattern("yyyy-MM-dd HH:mm", "d MMM yyyy, HH:mm"));
    }

    public LocalDate today() {
        return today;
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** A rate as it was computed; a dash for an empty denominator. */
    public String percent(@Nullable BigDecimal rate) {
        return rate == null ? "—" : rate.toPlainString() + " %";
    }

    /** Days to a day, in words: 还有 3 天, 今天到期, 逾期 2 天. */
    public @Nullable String daysLeft(@Nullable Long days) {
        if (days == null) {
            return null;
        }
        return days == 0 ? word("say.today") : word(days > 0 ? "say.daysLeft" : "say.daysOver", Math.abs(days));
    }

    /** A word of the bundles; the key is ours, so a missing one is a bug. */
    public String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** The same word in the other language, small beside a heading. */
    public String other(String key) {
        var other = locale.getLanguage().equals("zh") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        return messages.getMessage(key, null, other);
    }

    /** A constant by the simple name of its type; one that is unknown is shown as it stands. */
    public @Nullable String constant(String type, @Nullable String name) {
        return name == null ? null : messages.getMessage(type + "." + name, null, name, locale);
    }

    public @Nullable String clock(@Nullable String name) {
        return name == null ? null : messages.getMessage("clock." + name, null, name, locale);
    }

    public @Nullable String fact(@Nullable String type) {
        return type == null ? null : messages.getMessage("fact." + type, null, type, locale);
    }

    /** A place as a table has it: township and village, without the county; its code where no name is known. */
    public @Nullable String place(@Nullable String code) {
        return code == null ? null : placeName(code, false);
    }

    /** A place with everything above it: 洞口县文昌街道…. */
    public @Nullable String fullPlace(@Nullable String code) {
        return code == null ? null : placeName(code, true);
    }

    public @Nullable String unit(@Nullable String id) {
        return or(names.unit(id), id);
    }

    public @Nullable String category(@Nullable String code) {
        return or(names.category(code), code);
    }

    /** An officer's name; the account's id where none is known. */
    public @Nullable String officer(@Nullable String id) {
        if (Actor.CLOCK.id().equals(id)) {
            return word("clock.itself");
        }
        return or(names.officer(id), id);
    }

    /** Several officers, as people list them. */
    public String officers(List<String> ids) {
        return String.join(word("say.comma"), ids.stream().map(this::officer).toList());
    }

    /** Roles as metadata has them, comma-separated or in a list. */
    public String roles(Iterable<?> roles) {
        var said = new StringBuilder();
        roles.forEach(
                role -> said.append(said.isEmpty() ? "" : word("say.comma")).append(constant("Role", role.toString())));
        return said.toString();
    }

    /** The constants of an enumeration, in their order, for a select. */
    public static List<String> names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }

    /** The same by the type's simple name, for templates. */
    public List<String> names(String type) {
        return CHOSEN_IN_FORMS.stream()
                .filter(one -> one.getSimpleName().equals(type))
                .findFirst()
                .map(Say::names)
                .orElseThrow(() -> new IllegalArgumentException(type));
    }

    private String placeName(String code, boolean withCounty) {
        var above = new ArrayDeque<String>();
        for (var at = reference.place(code, today); at.isPresent(); at = above(at.get())) {
            if (withCounty || at.get().level() != PlaceLevel.COUNTY || above.isEmpty()) {
                above.push(at.get().name());
            }
        }
        return above.isEmpty() ? code : String.join(withCounty ? "" : " ", above);
    }

    private Optional<Place> above(Place place) {
        var parent = place.parent();
        return parent == null ? Optional.empty() : reference.place(parent, today);
    }

    private static @Nullable String or(@Nullable String name, @Nullable String otherwise) {
        return name == null ? otherwise : name;
    }

    private DateTimeFormatter pattern(String chinese, String english) {
        return DateTimeFormatter.ofPattern(locale.getLanguage().equals("zh") ? chinese : english, locale);
    }
}
