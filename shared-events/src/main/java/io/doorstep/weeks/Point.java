package io.doorstep.weeks;

/**
 * 坐标点。 The centre of a place on the earth.
 *
 * @param lat degrees north, WGS 84
 * @param lon degrees east, WGS 84
 */
public record Point(double lat, double lon) {

    /** Mean radius of the earth in metres (IUGG). */
    private static final double RADIUS = 6_371_009;

    /** Metres of the straight line over the ground (haversine). */
    public long metresTo(Point other) {
        var north = Math.sin(Math.toRadians(other.lat - lat) / 2);
        var east = Math.sin(Math.toRadians(other.lon - lon) / 2);
        var h = north * north + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * east * east;
        return Math.round(2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(h))));
    }
}
