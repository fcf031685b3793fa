package io.doorstep.query.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * 读轮廓。 Takes areas out of GeoJSON (RFC 7946): a FeatureCollection, an array of Features or one Feature, in degrees. Whatever
 * else stands in it stays behind.
 */
final class GeoFeatures {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** By kind of geometry: how deep its lists of points are nested. */
    private static final Map<String, Integer> DEPTH = Map.of("Polygon", 1, "MultiPolygon", 2);

    private GeoFeatures() {}

    /** The areas, each as code, name and geometry; throws {@link IllegalArgumentException} when it is anything else. */
    static List<ObjectNode> read(byte[] text) {
        var root = JSON.readTree(text);
        var found = new ArrayList<ObjectNode>();
        if (root.isArray()) {
            root.forEach(each -> found.add(feature(each)));
        } else if (root.path("type").asString("").equals("FeatureCollection")) {
            root.path("features").forEach(each -> found.add(feature(each)));
        } else {
            found.add(feature(root));
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException("no feature");
        }
        return found;
    }

    private static ObjectNode feature(JsonNode feature) {
        var geometry = feature.path("geometry");
        var type = geometry.path("type").asString("");
        var depth = DEPTH.get(type);
        if (!feature.path("type").asString("").equals("Feature") || depth == null) {
            throw new IllegalArgumentException("neither Polygon nor MultiPolygon");
        }
        check(geometry.path("coordinates"), depth);
        var properties = feature.path("properties");
        var kept = JsonNodeFactory.instance.objectNode();
        kept.put("type", "Feature");
        var about = kept.putObject("properties");
        about.put(
                "code",
                properties.path("code").asString(properties.path("adcode").asString("")));
        about.put("name", properties.path("name").asString(""));
        var shape = kept.putObject("geometry");
        shape.put("type", type);
        shape.set("coordinates", geometry.path("coordinates"));
        return kept;
    }

    private static void check(JsonNode points, int depth) {
        if (!points.isArray() || points.isEmpty()) {
            throw new IllegalArgumentException("no points");
        }
        if (depth > 0) {
            points.forEach(each -> check(each, depth - 1));
        } else {
            points.forEach(GeoFeatures::checkPoint);
        }
    }

    private static void checkPoint(JsonNode point) {
        var lon = point.path(0);
        var lat = point.path(1);
        if (!point.isArray()
                || !lon.isNumber()
                || !lat.isNumber()
                || Math.abs(lon.doubleValue()) > 180
                || Math.abs(lat.doubleValue()) > 90) {
            throw new IllegalArgumentException("a point is longitude and latitude, in degrees");
        }
    }
}
