package io.doorstep.query.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** 随系统发布的口径。 The versions that ship with the product, oldest first. */
final class ShippedDefinitions {

    /** Their texts never change: what was counted by them, was counted by just these words. */
    private static final List<String> VERSIONS = List.of("2026-1", "2026-2");

    private static final List<Definitions> ALL = VERSIONS.stream()
            .map(version -> DefinitionReader.read(text(version), version + ".json"))
            .toList();

    /** The last of them. */
    static final Definitions NEWEST = ALL.get(ALL.size() - 1);

    private ShippedDefinitions() {}

    static List<Definitions> all() {
        return ALL;
    }

    static List<String> texts() {
        return VERSIONS.stream().map(ShippedDefinitions::text).toList();
    }

    private static String text(String version) {
        try (var json = ShippedDefinitions.class.getResourceAsStream("/definitions/" + version + ".json")) {
            if (json == null) {
                throw new IllegalStateException("definitions " + version + " are missing");
            }
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
