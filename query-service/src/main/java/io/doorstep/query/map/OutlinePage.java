package io.doorstep.query.map;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** 轮廓数据。 The areas of the map; a browser that has them already is told so. */
@RestController
class OutlinePage {

    private final Outlines outlines;

    OutlinePage(Outlines outlines) {
        this.outlines = outlines;
    }

    @GetMapping(path = "/map/outline.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> outline() {
        var outline = outlines.now();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag("\"" + outline.stamp() + "\"")
                .body(outline.json());
    }
}
