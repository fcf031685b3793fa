package io.doorstep.standalone.demo;

/** Where a case of the demonstration comes from. */
record Village(String code, String name) {
    private static final int TOWNSHIP_DIGITS = 9;

    static String townshipOf(String place) {
        return place.substring(0, Math.min(TOWNSHIP_DIGITS, place.length()));
    }

    /** The unit that a matter goes to; what concerns the township goes to its government where there is one. */
    String answering(String unit) {
        if (!unit.equals("u-local")) {
            return unit;
        }
        return switch (townshipOf(code)) {
            case "430525001" -> "u-wenchang";
            case "430525103" -> "u-gaosha";
            case "430525203" -> "u-luoxi";
            default -> "u-political-legal";
        };
    }
}
