package io.doorstep.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The production classes of a module, read once for all its rules. */
final class Houses {

    private static final Map<String, JavaClasses> READ = new ConcurrentHashMap<>();

    private Houses() {}

    static JavaClasses of(String root) {
        return READ.computeIfAbsent(
                root,
                name -> new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests())
                        .importPackages(name));
    }
}
