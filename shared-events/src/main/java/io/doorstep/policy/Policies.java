package io.doorstep.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** 规则库。 All versions of the policy, by name and by the day from which they hold. */
public final class Policies {

    private static final JsonMapper STRICT = JsonMapper.builder()
            // a misspelt or forgotten setting must stop the start, not silently take a default
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final NavigableMap<LocalDate, Policy> byDay = new TreeMap<>();
    private final Map<String, Policy> byVersion = new TreeMap<>();

    /**
     * @throws IllegalArgumentException when there is no policy, or two share a version or a first day: which of them
     *     held would be a guess
     */
    public Policies(List<Policy> versions) {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("there is no policy at all");
        }
        for (Policy policy : versions) {
            if (byVersion.put(policy.version(), policy) != null) {
                throw new IllegalArgumentException("two policies are called " + policy.version());
            }
            if (byDay.put(policy.validFrom(), policy) != null) {
                throw new IllegalArgumentException("two policies hold from " + policy.validFrom());
            }
        }
    }

    /** The national policies as shipped: {@code policies/national-1.json} and on, without a gap in the numbers. */
    public static Policies standard() {
        return new Policies(shipped());
    }

    /**
     * The shipped policies and those of a folder, every {@code *.json} in it being one more version.
     *
     * @throws IllegalArgumentException when a file is malformed, naming the file
     */
    public static Policies standardWith(Path folder) {
        List<Policy> all = shipped();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                all.add(read(Files.newInputStream(file), file.toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read policies in " + folder, e);
        }
        return new Policies(all);
    }

    /** The version in force on a legal day; for days before all versions, the earliest one. */
    public Policy on(LocalDate legalDate) {
        Map.Entry<LocalDate, Policy> inForce = byDay.floorEntry(legalDate);
        return (inForce == null ? byDay.firstEntry() : inForce).getValue();
    }

    /**
     * The version of that name, in force or not.
     *
     * @throws IllegalArgumentException when no version has this name
     */
    public Policy version(String version) {
        Policy policy = byVersion.get(version);
        if (policy == null) {
            throw new IllegalArgumentException("no policy is called " + version);
        }
        return policy;
    }

    /** All versions in the order of the days from which they hold. */
    public List<Policy> all() {
        return List.copyOf(byDay.values());
    }

    private static List<Policy> shipped() {
        List<Policy> found = new ArrayList<>();
        while (true) {
            String name = "/policies/national-" + (found.size() + 1) + ".json";
            InputStream resource = Policies.class.getResourceAsStream(name);
            if (resource == null) {
                return found;
            }
            found.add(read(resource, name));
        }
    }

    private static Policy read(InputStream json, String from) {
        try (json) {
            return STRICT.readValue(json, Policy.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(from + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + from, e);
        }
    }
}
