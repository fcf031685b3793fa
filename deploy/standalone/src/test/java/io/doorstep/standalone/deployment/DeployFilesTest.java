package io.doorstep.standalone.deployment;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.PostMapping;

/** 部署文件。 The files that a machine is set up with, checked by the programs that read them, and against the product. */
class DeployFilesTest {

    private static final Path DEPLOY = Path.of("..").toAbsolutePath().normalize();

    /** A name in the table of settings, and what is added to it: {@code `a.b.c`, `.d`} stands for a.b.c and a.b.d. */
    private static final Pattern NAMED = Pattern.compile("`([a-z0-9.-]+)`");

    @Test
    void the_proxy_sends_every_post_to_the_service_that_takes_it() throws IOException {
        var configuration = Files.readString(DEPLOY.resolve("proxy/haproxy.cfg"));
        var ofTheReadingSide =
                Pattern.compile("acl of_the_reading_side path -m reg (\\S+)").matcher(configuration);
        assertThat(ofTheReadingSide.find()).isTrue();
        var toQueries = Pattern.compile(ofTheReadingSide.group(1));
        var all = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.doorstep");
        assertThat(posts(all, "io.doorstep.query"))
                .isNotEmpty()
                .allMatch(path -> toQueries.matcher(path).matches());
        assertThat(posts(all, "io.doorstep.command"))
                .isNotEmpty()
                .noneMatch(path -> toQueries.matcher(path).matches());
    }

    private static List<String> posts(JavaClasses all, String root) {
        return all.stream()
                .filter(type -> type.getPackageName().startsWith(root))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(PostMapping.class))
                .map(method -> method.getAnnotationOfType(PostMapping.class))
                .flatMap(post -> Stream.of(post.value(), post.path()).flatMap(Stream::of))
                .toList();
    }

    @Test
    void the_file_of_settings_has_those_of_the_handbook_and_no_other() throws IOException {
        var handbook = Files.readString(Path.of("../../docs/operations.md"));
        var table = handbook.substring(handbook.indexOf("## Settings"), handbook.indexOf("## 附件存放"));
        var named = new TreeSet<String>();
        for (var row : table.lines().filter(line -> line.startsWith("| `")).toList()) {
            var last = "";
            var names = NAMED.matcher(row.substring(0, row.indexOf(" | ")));
            while (names.find()) {
                var name = names.group(1);
                last = name.startsWith(".") ? last.substring(0, last.lastIndexOf('.')) + name : name;
                named.add(last);
            }
        }
        // no setting of an office
        named.remove("doorstep.demo.year");
        var file = Files.readString(DEPLOY.resolve("systemd/doorstep.properties"));
        var offered = file.lines()
                .filter(line -> line.matches("#?[a-z][a-z0-9.-]+=.*"))
                .map(line -> line.replaceAll("^#|=.*$", ""))
                .collect(toCollection(TreeSet::new));
        assertThat(offered).isEqualTo(named);
    }

    @Test
    void the_proxy_takes_its_configuration() throws Exception {
        needs("/usr/sbin/haproxy");
        assertThat(run(
                        Map.of(
                                "DOORSTEP_BIND",
                                "127.0.0.1:8443",
                                "DOORSTEP_ERRORS",
                                DEPLOY.resolve("proxy/errors").toString()),
                        "/usr/sbin/haproxy",
                        "-c",
                        "-f",
                        DEPLOY.resolve("proxy/haproxy.cfg").toString()))
                .isEqualTo(0);
    }

    @Test
    void the_unit_is_one_that_systemd_takes(@TempDir Path folder) throws Exception {
        needs("/usr/bin/systemd-analyze");
        // as it will be, but for the program, which lies elsewhere where this is tested
        var unit = Files.readString(DEPLOY.resolve("systemd/doorstep@.service")).replace("/usr/bin/java", "/bin/true");
        var copy = Files.writeString(folder.resolve("doorstep@.service"), unit);
        assertThat(run(Map.of(), "/usr/bin/systemd-analyze", "verify", "--man=no", copy.toString()))
                .isEqualTo(0);
    }

    @Test
    void the_compose_file_is_one_that_compose_takes() throws Exception {
        needs("/usr/bin/docker-compose");
        assertThat(run(
                        Map.of(),
                        "/usr/bin/docker-compose",
                        "-f",
                        DEPLOY.resolve("compose/compose.yaml").toString(),
                        "config",
                        "-q"))
                .isEqualTo(0);
    }

    private static void needs(String program) {
        assumeTrue(
                Files.isExecutable(Path.of(program)), "SKIPPED: " + program + " is not installed; .ci/run installs it");
    }

    private static int run(Map<String, String> environment, String... command) throws Exception {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var code = process.waitFor();
        assertThat(said).as("what %s says", command[0]).doesNotContain("warning", "WARNING");
        return code;
    }
}
