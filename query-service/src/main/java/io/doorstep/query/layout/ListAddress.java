package io.doorstep.query.layout;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/**
 * 清单地址。 What was asked of a list, and the addresses that differ from it in one thing: another order, a file, the next lines.
 *
 * @param path of the page, such as {@code /lists/problems}
 * @param asked as the browser sent it, without blanks
 * @param exact the same as the interface for programs would have it
 */
public record ListAddress(
        String path, MultiValueMap<String, String> asked, MultiValueMap<String, String> exact, Sort sort) {

    private static final Set<String> OF_A_PAGE = Set.of("cursor", "size");

    /** What the browser sent: forms send every field, also those that were left blank. */
    public static MultiValueMap<String, String> withoutBlanks(MultiValueMap<String, String> request) {
        var asked = new LinkedMultiValueMap<String, String>();
        request.forEach((name, values) -> values.stream()
                .filter(value -> value != null && !value.isBlank())
                .forEach(value -> asked.add(name, value.strip())));
        return asked;
    }

    public @Nullable String one(String name) {
        return asked.getFirst(name);
    }

    /** Whether a parameter has this value, alone or among others. */
    public boolean has(String name, String value) {
        return asked.getOrDefault(name, List.of()).stream()
                .anyMatch(one -> List.of(one.split(",")).contains(value));
    }

    /** What is filtered by, apart from words: how many conditions hide behind the fold. */
    public long conditions() {
        return asked.keySet().stream()
                .filter(name -> !Set.of("sort", "q", "cursor", "size").contains(name))
                .count();
    }

    /** The same list in the order of a column, turned round when it is in that order already. */
    public String sortedBy(String name) {
        var turned = sort.name().equals(name) && !sort.descending();
        return with(path, asked, "sort", turned ? "-" + name : name);
    }

    /** For {@code aria-sort}. */
    public String direction(String name) {
        if (!sort.name().equals(name)) {
            return "none";
        }
        return sort.descending() ? "descending" : "ascending";
    }

    /** The lines behind a cursor. */
    public String next(String cursor) {
        return with(path, asked, "cursor", cursor);
    }

    /** The list as it stands filtered, on another page. */
    public String as(String address) {
        return with(address, asked, null, null);
    }

    /** The list as it stands filtered, as a file of the interface. */
    public String file(String format) {
        return with("/api" + path + "." + format, exact, null, null);
    }

    /** The list without one of its conditions. */
    public String without(String name) {
        return with(path, asked, name, null);
    }

    /** What is asked for, as it stands behind the question mark. */
    public String query() {
        return asked.entrySet().stream()
                .filter(entry -> !OF_A_PAGE.contains(entry.getKey()))
                .map(entry -> entry.getKey() + "=" + String.join(",", entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** A path with parameters behind it, encoded. */
    public static String built(String path, MultiValueMap<String, String> parameters) {
        var built = new StringBuilder(path);
        parameters.forEach((name, values) -> values.forEach(value -> built.append(built.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(UriUtils.encode(value, StandardCharsets.UTF_8))));
        return built.toString();
    }

    private static String with(
            String address, MultiValueMap<String, String> asked, @Nullable String name, @Nullable String value) {
        var other = new LinkedMultiValueMap<String, String>();
        asked.forEach((each, values) -> {
            if (!OF_A_PAGE.contains(each) && !each.equals(name)) {
                other.addAll(each, values);
            }
        });
        if (name != null && value != null) {
            other.add(name, value);
        }
        return built(address, other);
    }
}
