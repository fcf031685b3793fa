package io.doorstep.standalone.access;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** 表单。 Sends JSON, a file to attach, or a small ledger. */
final class Forms {

    private static final String BOUNDARY = "matrix-boundary";
    private static final String LEDGER = "no,day,title,place\n1,2026-01-02,台账里的一件,430525001001\n";
    static final String MAPPING = """
            {"source": "matrix", "charset": "UTF-8", "zone": "Asia/Shanghai", "dateFormats": ["yyyy-MM-dd"],
             "columns": {"id": "no", "reportedAt": "day", "title": "title", "place": "place"},
             "constants": {"kind": "DISPUTE", "channel": "VISIT", "category": "020201"}}
            """;

    private Forms() {}

    /** Whether an address wants a file with its form. */
    static boolean isFile(String name) {
        return name.endsWith("/attachments")
                || name.equals("POST /api/visits/bundles")
                || name.equals("POST /api/imports")
                || name.equals("POST /api/imports/preview");
    }

    static HttpRequest.Builder post(HttpRequest.Builder request, String body) {
        return switch (body) {
            case "FILE" -> parts(request, file("matrix.txt", "matrix"));
            case "BYTES" ->
                request.header("Content-Type", "application/octet-stream").POST(BodyPublishers.ofString("matrix"));
            case "LEDGER" -> parts(request, file("ledger.csv", LEDGER) + part("mapping", "", MAPPING));
            default -> request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        };
    }

    private static HttpRequest.Builder parts(HttpRequest.Builder request, String parts) {
        return request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(parts + "--" + BOUNDARY + "--\r\n"));
    }

    private static String file(String name, String content) {
        return part("file", "; filename=\"" + name + "\"", content);
    }

    private static String part(String name, String more, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n"
                + content + "\r\n";
    }
}
