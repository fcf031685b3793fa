package io.doorstep.query.freeze;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * 定格的内容。 A list or table in the words that it had, in both languages, so that a name that changes later changes nothing in it.
 *
 * @param lines no two with the same key
 */
public record Frozen(List<Words> columns, List<Line> lines) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** 双语。 The same in Chinese and in English. */
    public record Words(String zh, String en) {

        public String in(String language) {
            return language.equals("zh") ? zh : en;
        }
    }

    /**
     * 定格的一行。
     *
     * @param caseId null when it is about many
     */
    public record Line(String key, @Nullable String caseId, List<Words> cells) {}

    /** As it is kept and hashed. */
    public byte[] bytes() {
        return JSON.writeValueAsBytes(this);
    }

    public static Frozen read(byte[] bytes) {
        return JSON.readValue(bytes, Frozen.class);
    }

    public Map<String, Line> byKey() {
        return lines.stream().collect(Collectors.toMap(Line::key, Function.identity()));
    }
}
