package io.doorstep.standalone.demo;

import io.doorstep.terms.CaseKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** What a case of the demonstration is about; {@code {v}} in the title stands for the village. */
record Matter(String category, CaseKind kind, String unit, String title, String statement, String remedy) {
    private static final int FIELDS = 6;

    static List<Matter> all() {
        try (var file = new ClassPathResource("demo/matters.csv").getInputStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(2)
                    .map(line -> line.split(",", FIELDS))
                    .map(it -> new Matter(it[0], CaseKind.valueOf(it[1]), it[2], it[3], it[4], it[5]))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
