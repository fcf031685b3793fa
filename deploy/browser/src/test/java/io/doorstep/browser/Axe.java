package io.doorstep.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** 无障碍检查。 Asks axe-core what on a page keeps people out. */
final class Axe {
    private static final String SCRIPT = script();
    private static final String SERIOUS = """
            async () => {
              const {violations} = await axe.run(document, {resultTypes: ['violations']});
              return violations
                .filter(one => one.impact === 'serious' || one.impact === 'critical')
                .flatMap(one => one.nodes.map(node =>
                  `${one.id} (${one.impact}) ${node.target.join(' ')}: ${node.failureSummary.replace(/\\s+/g, ' ')}`));
            }
            """;

    private static final String OUTDOORS = """
            async () => {
              const {violations} = await axe.run(document, {runOnly: {type: 'rule', values: ['color-contrast-enhanced', 'target-size']}});
              return violations.flatMap(one => one.nodes.map(node =>
                `${one.id} ${node.target.join(' ')}: ${node.failureSummary.replace(/\\s+/g, ' ')}`));
            }
            """;

    private Axe() {}

    /** Serious and critical findings, one line each. The policy of the page does not concern a script that the driver brings. */
    static List<String> serious(Page page) {
        page.evaluate(SCRIPT);
        return ((List<?>) page.evaluate(SERIOUS)).stream().map(String::valueOf).toList();
    }

    /** What cannot be read in the sun (text below 7:1) or hit with a thumb; asked after {@link #serious}. */
    static List<String> outdoors(Page page) {
        return ((List<?>) page.evaluate(OUTDOORS)).stream().map(String::valueOf).toList();
    }

    private static String script() {
        try (var file = Axe.class.getResourceAsStream("/axe.min.js")) {
            if (file == null) {
                throw new IllegalStateException("axe.min.js is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
