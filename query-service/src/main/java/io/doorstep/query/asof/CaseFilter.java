package io.doorstep.query.asof;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 筛选条件。 Which cases a list, page or figure is about; empty lists and nulls let everything through.
 *
 * @param place code of a place; it and all below it
 * @param unit id of a unit; it and all below it
 * @param officer account that answers for the case, as officer or as lead cadre
 * @param category code of a category; it and all below it
 * @param q words of the title, part of the number, or a {@link CaseCode}
 * @param from start of a window, included; what must lie in it is for the list to say: {@link #within}
 * @param to end of the window, excluded
 */
public record CaseFilter(
        @Nullable String place,
        @Nullable String unit,
        @Nullable String officer,
        List<String> kinds,
        @Nullable String category,
        List<String> channels,
        List<String> statuses,
        List<String> lights,
        @Nullable String q,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** Names of the request parameters that {@link CaseFilterReader} reads. */
    public static final Set<String> PARAMETERS =
            Set.of("place", "unit", "officer", "kind", "category", "channel", "status", "light", "q", "from", "to");

    public static final CaseFilter ALL =
            new CaseFilter(null, null, null, List.of(), null, List.of(), List.of(), List.of(), null, null, null);

    /** Of a place and all below it. */
    public static CaseFilter ofPlace(String place) {
        return new CaseFilter(place, null, null, List.of(), null, List.of(), List.of(), List.of(), null, null, null);
    }

    /** By words of the title or a part of the number alone; blank words let everything through. */
    public static CaseFilter ofWords(String words) {
        var q = words.isBlank() ? null : words.strip();
        return new CaseFilter(null, null, null, List.of(), null, List.of(), List.of(), List.of(), q, null, null);
    }

    /** SQL over the row {@code s}, without the window. */
    Fragment where(Moment moment) {
        var where = Fragment.of("1 = 1");
        where = under(where, "s.place_path", "place", place);
        where = under(where, "s.unit_path", "unit", unit);
        where = under(where, "s.category_path", "category", category);
        if (officer != null) {
            where = where.and(Fragment.of("(s.officer = :officer or s.lead_officer = :officer)", "officer", officer));
        }
        where = among(where, "s.kind", "kind", kinds);
        where = among(where, "s.channel", "channel", channels);
        where = among(where, "s.status", "status", statuses);
        if (!lights.isEmpty()) {
            var light = moment.light();
            where = where.and(new Fragment(light.sql() + " in (:light)", light.parameters()))
                    .and(Fragment.of("1 = 1", "light", lights));
        }
        if (q != null) {
            where = where.and(called(q));
        }
        return where;
    }

    /** SQL that is true when a column of {@code s} (or of a table of the page's own) lies in the window. */
    public Fragment within(String column) {
        var window = Fragment.of("1 = 1");
        if (from != null) {
            window = window.and(Fragment.of(column + " >= :from", "from", SqlTime.of(from)));
        }
        if (to != null) {
            window = window.and(Fragment.of(column + " < :to", "to", SqlTime.of(to)));
        }
        return window;
    }

    /** By its title, its number, or the code that a sheet of paper calls it by. */
    private static Fragment called(String words) {
        var like = "%" + literally(words.toLowerCase(Locale.ROOT)) + "%";
        var named = "lower(s.number) like :q escape '!' or lower(s.title) like :q escape '!'";
        return CaseCode.read(words)
                .map(code -> new Fragment(
                        "(" + named + " or s.number like :ending)", Map.of("q", like, "ending", "%" + code.ending())))
                .orElseGet(() -> Fragment.of("(" + named + ")", "q", like));
    }

    private static Fragment under(Fragment where, String column, String name, @Nullable String code) {
        return code == null
                ? where
                : where.and(Fragment.of(column + " like :" + name + " escape '!'", name, inPath(code)));
    }

    private static Fragment among(Fragment where, String column, String name, List<String> constants) {
        return constants.isEmpty() ? where : where.and(Fragment.of(column + " in (:" + name + ")", name, constants));
    }

    /** Pattern of the paths that lead through a code. */
    public static String inPath(String code) {
        return "%/" + literally(code) + "/%";
    }

    private static String literally(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
