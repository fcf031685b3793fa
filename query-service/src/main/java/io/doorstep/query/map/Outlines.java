package io.doorstep.query.map;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * 轮廓文件夹。 The office's GeoJSON files, read again when one of them changes. A file that cannot be used is named and stops
 * nothing: the map is drawn from the others.
 */
@Component
final class Outlines {

    /** Of all files together; a browser has to draw what is served. */
    private static final long MOST_BYTES = 2_000_000;

    private static final int MOST_FILES = 50;
    private static final Logger LOG = LoggerFactory.getLogger(Outlines.class);

    private final Path folder;
    private volatile Outline read = Outline.NONE;

    Outlines(@Value("${doorstep.map.folder:${doorstep.data:data}/map}") String folder) {
        this.folder = Path.of(folder);
    }

    Outline now() {
        var files = files();
        var stamp = stamp(files);
        var known = read;
        if (known.stamp().equals(stamp)) {
            return known;
        }
        var fresh = files.isEmpty() ? Outline.NONE : read(files, stamp);
        fresh.faults().forEach(fault -> LOG.warn("map file {} is not used: {}", fault.file(), fault.reason()));
        read = fresh;
        return fresh;
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var all = Files.list(folder)) {
            return all.filter(file -> Files.isRegularFile(file) && isGeoJson(file))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isGeoJson(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".json") || name.endsWith(".geojson");
    }

    private static String stamp(List<Path> files) {
        return files.isEmpty()
                ? Outline.NONE.stamp()
                : Integer.toHexString(files.stream()
                        .map(file -> file.getFileName() + " " + size(file) + " "
                                + file.toFile().lastModified())
                        .collect(Collectors.joining("\n"))
                        .hashCode());
    }

    private static Outline read(List<Path> files, String stamp) {
        var features = new ArrayList<ObjectNode>();
        var faults = new ArrayList<Outline.Fault>();
        var room = MOST_BYTES;
        for (var file : files) {
            var reason = size(file) > room ? "tooLarge" : readable(file, features);
            if (reason == null) {
                room -= size(file);
            } else {
                faults.add(new Outline.Fault(file.getFileName().toString(), reason));
            }
        }
        var all = JsonNodeFactory.instance.objectNode();
        all.put("type", "FeatureCollection");
        all.putArray("features").addAll(features);
        var codes = features.stream()
                .map(feature -> feature.path("properties").path("code").asString(""))
                .collect(Collectors.toSet());
        return new Outline(all.toString(), features.size(), codes, List.copyOf(faults), stamp);
    }

    /** Null when it was read, else what is wrong with it. */
    private static @Nullable String readable(Path file, List<ObjectNode> features) {
        try {
            features.addAll(GeoFeatures.read(Files.readAllBytes(file)));
            return null;
        } catch (IOException | JacksonException unreadable) {
            return "unreadable";
        } catch (IllegalArgumentException noAreas) {
            return "noAreas";
        }
    }

    private static long size(Path file) {
        return file.toFile().length();
    }
}
