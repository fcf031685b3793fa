package io.doorstep.query.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 轮廓文件夹。 */
class OutlinesTest {

    private static final String AREA = """
            {"type":"Feature","properties":{"adcode":430525,"name":"甲县","secret":"x"},
             "geometry":{"type":"Polygon","coordinates":[[[110,27],[111,27],[111,28],[110,27]]]}}""";

    @TempDir
    Path folder;

    @Test
    void no_folder_is_no_outline() {
        var none = new Outlines(folder.resolve("map").toString()).now();

        assertThat(none.isKnown()).isFalse();
        assertThat(features(none)).isEmpty();
        assertThat(none.faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "[%s]", "{\"type\":\"FeatureCollection\",\"features\":[%s]}"})
    void a_feature_an_array_and_a_collection_are_read_and_only_code_name_and_shape_kept(String form)
            throws IOException {
        Files.writeString(folder.resolve("county.json"), form.formatted(AREA));

        var features = features(new Outlines(folder.toString()).now());

        assertThat(features).hasSize(1);
        assertThat(features.get(0).at("/properties/code").stringValue()).isEqualTo("430525");
        assertThat(features.get(0).at("/properties").size()).isEqualTo(2);
        assertThat(features.get(0).at("/geometry/coordinates/0/1/0").intValue()).isEqualTo(111);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "[1]",
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[110,27]}}",
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[12242000,3120000]]]}}",
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[\"110\",27]]]}}",
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[[[110,27]]]}}"
            })
    void what_holds_no_areas_in_degrees_is_named_and_stops_no_other_file(String text) throws IOException {
        Files.writeString(folder.resolve("a.geojson"), AREA);
        Files.writeString(folder.resolve("b.geojson"), text);

        var outline = new Outlines(folder.toString()).now();

        assertThat(features(outline)).hasSize(1);
        assertThat(outline.faults()).containsExactly(new Outline.Fault("b.geojson", "noAreas"));
    }

    @Test
    void what_is_no_json_or_too_large_is_named() throws IOException {
        Files.writeString(folder.resolve("a.json"), "{");
        Files.write(folder.resolve("b.json"), new byte[2_000_001]);
        Files.writeString(folder.resolve("readme.txt"), "not ours");

        assertThat(new Outlines(folder.toString()).now().faults())
                .containsExactly(new Outline.Fault("a.json", "unreadable"), new Outline.Fault("b.json", "tooLarge"));
    }

    @Test
    void a_file_that_comes_later_is_seen() throws IOException {
        var outlines = new Outlines(folder.toString());
        var before = outlines.now();
        Files.writeString(folder.resolve("county.json"), AREA);

        assertThat(outlines.now().isKnown()).isTrue();
        assertThat(outlines.now().stamp()).isNotEqualTo(before.stamp());
    }

    private static JsonNode features(Outline outline) {
        return JsonMapper.builder().build().readTree(outline.json()).get("features");
    }
}
