package io.doorstep.query.report;

import io.doorstep.people.IdNumber;
import io.doorstep.people.PhoneNumber;
import io.doorstep.web.FieldProblem;
import io.doorstep.web.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * 查重条件。 What a half-filled report says so far. It travels in a header, not in the address: numbers of people belong into no
 * log, history or bookmark.
 */
record LookFor(@Nullable String title, @Nullable String place, List<String> phones, List<String> idNumbers) {

    /** Name of the header; its value is JSON in Base64 for addresses. */
    static final String HEADER = "Doorstep-Look-For";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 6000;

    LookFor {
        phones = phones == null ? List.of() : List.copyOf(phones);
        idNumbers = idNumbers == null ? List.of() : List.copyOf(idNumbers);
    }

    static LookFor parse(String header) {
        try {
            if (header.length() <= LONGEST) {
                var json = new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8);
                return JSON.readValue(json, LookFor.class);
            }
        } catch (IllegalArgumentException | JacksonException unreadable) {
            throw new Malformed(FieldProblem.of(HEADER, "NOT_JSON"));
        }
        throw new Malformed(FieldProblem.of(HEADER, "TOO_LONG", LONGEST));
    }

    /** Only whole numbers count: half of one would find strangers. */
    Stream<String> wholePhones() {
        return phones.stream().filter(PhoneNumber::isWellFormed).map(PhoneNumber::normalised);
    }

    Stream<String> wholeIdNumbers() {
        return idNumbers.stream().filter(IdNumber::isValid).map(IdNumber::normalised);
    }
}
