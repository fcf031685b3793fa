package io.doorstep.policy;

import java.math.BigDecimal;

/**
 * 亮灯阈值。 The shares of a clock's time (0 to 1) from which each light shows; black needs none, it begins with the end.
 */
public record LightThresholds(BigDecimal notice, BigDecimal amber, BigDecimal red) {

    public LightThresholds {
        if (notice.signum() <= 0
                || amber.compareTo(notice) < 0
                || red.compareTo(amber) < 0
                || red.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(
                    "thresholds must rise within (0, 1]: " + notice + ", " + amber + ", " + red);
        }
    }
}
