package io.doorstep.identity.device;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** 手机可用的地址。 The few addresses that a telephone's token opens; for all others its owner signs in. */
public final class OpenToDevices {
    private static final String ID = "[0-9a-fA-F-]{36}";
    private static final Pattern READS = Pattern.compile("/api/visits/(device|choices|packs/" + ID + ")");
    private static final Pattern SENDS =
            Pattern.compile("/api/(visits/packs|cases/" + ID + "/(visits|uploads/[0-9a-f]{64}))");

    private OpenToDevices() {}

    public static boolean covers(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return switch (request.getMethod()) {
            case "GET" -> READS.matcher(path).matches();
            case "POST" -> SENDS.matcher(path).matches();
            default -> false;
        };
    }
}
