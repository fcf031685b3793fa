package io.doorstep.query.visitapp;

import io.doorstep.digest.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** 应用外壳。 The files that a phone keeps, each with its hash; one that changed makes a new version of all. */
@Component
class Shell {
    static final String ADDRESS = "/visits/app/";

    private static final String FOLDER = "static" + ADDRESS;
    private static final String WORKER = "worker.js";
    private static final String FIRST_PAGE = "index.html";

    private final String worker;

    Shell() {
        try {
            var files = new TreeMap<String, String>();
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:/" + FOLDER + "*")) {
                var name = String.valueOf(file.getFilename());
                if (!name.equals(WORKER)) {
                    files.put(
                            ADDRESS + (name.equals(FIRST_PAGE) ? "" : name),
                            "sha256-" + base64(Sha256.hex(file.getContentAsByteArray())));
                }
            }
            worker = head(files) + new ClassPathResource(FOLDER + WORKER).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The program that keeps them, with their list in front. */
    String worker() {
        return worker;
    }

    static ClassPathResource firstPage() {
        return new ClassPathResource(FOLDER + FIRST_PAGE);
    }

    private static String head(Map<String, String> files) {
        var list = files.entrySet().stream()
                .map(file -> "\"%s\": \"%s\"".formatted(file.getKey(), file.getValue()))
                .collect(Collectors.joining(",\n  ", "{\n  ", "\n}"));
        var version = Sha256.hex(list);
        return "const VERSION = \"%s\";\nconst FILES = %s;\n".formatted(version, list);
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
