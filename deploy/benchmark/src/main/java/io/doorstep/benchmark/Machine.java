package io.doorstep.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** 机器。 On what was measured. */
final class Machine {

    private Machine() {}

    static String described() throws IOException {
        var cpuinfo = Path.of("/proc/cpuinfo");
        var model = Files.isReadable(cpuinfo)
                ? Files.readAllLines(cpuinfo).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.replaceAll(".*: ", ""))
                        .findFirst()
                        .orElse("")
                : "";
        return String.format(
                Locale.ROOT,
                "%d processors %s, JDK %s, 512 MB heap for each contestant",
                Runtime.getRuntime().availableProcessors(),
                model,
                Runtime.version());
    }
}
