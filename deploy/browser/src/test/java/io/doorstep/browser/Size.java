package io.doorstep.browser;

/** 屏幕。 Screens that the pages have to work on, in CSS pixels. */
enum Size {
    /** The office computer. */
    DESK(1366, 768, 1, false),
    PHONE(390, 844, 1, true),
    /** The office computer at 200 %. */
    ZOOMED(683, 384, 2, false);

    final int width;
    final int height;
    final double scale;
    final boolean mobile;

    Size(int width, int height, double scale, boolean mobile) {
        this.width = width;
        this.height = height;
        this.scale = scale;
        this.mobile = mobile;
    }

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
