package io.doorstep.query.print;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Hands a form out: to be looked at, under a name that says which form of which case it is, and of nobody. */
final class Paper {

    private Paper() {}

    /**
     * @param plain name for programs that know ASCII only, without ending
     * @param wide name in the reader's language, without ending
     */
    static ResponseEntity<byte[]> of(byte[] pdf, String plain, String wide) {
        var encoded = URLEncoder.encode(wide + ".pdf", StandardCharsets.UTF_8).replace("+", "%20");
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"" + plain.replaceAll("[^A-Za-z0-9._-]", "_") + ".pdf\"; filename*=UTF-8''"
                                + encoded)
                .body(pdf);
    }
}
