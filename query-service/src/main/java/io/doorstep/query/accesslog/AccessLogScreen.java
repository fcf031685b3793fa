package io.doorstep.query.accesslog;

import io.doorstep.query.layout.ListAddress;
import io.doorstep.query.layout.Screen;
import io.doorstep.terms.Role;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

@Screen
class AccessLogScreen {

    private final AccessEntries entries;
    private final ZoneId zone;

    AccessLogScreen(AccessEntries entries, ZoneId officeZone) {
        this.entries = entries;
        this.zone = officeZone;
    }

    @GetMapping("/access-log")
    String page(
            @RequestParam MultiValueMap<String, String> request,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String part,
            Model model) {
        var reader = MayReadLog.or403();
        var asked = new LinkedMultiValueMap<>(ListAddress.withoutBlanks(request));
        var page = entries.page(reader, AccessFilter.read(asked, zone));
        model.addAttribute("entries", page.items());
        model.addAttribute("asked", asked.toSingleValueMap());
        model.addAttribute("kinds", AccessFilter.WHAT);
        asked.remove("before");
        model.addAttribute("query", query(asked));
        model.addAttribute(
                "next", page.next().map(id -> "/access-log" + with(asked, id)).orElse(null));
        model.addAttribute("reports", reader.is(Role.PRIVACY_OFFICER));
        return "more".equals(part) ? "accesslog/log :: more" : "accesslog/log";
    }

    private static String with(MultiValueMap<String, String> asked, long before) {
        var next = new LinkedMultiValueMap<>(asked);
        next.set("before", String.valueOf(before));
        return query(next);
    }

    private static String query(MultiValueMap<String, String> asked) {
        return UriComponentsBuilder.newInstance()
                .queryParams(asked)
                .encode()
                .build()
                .toUriString();
    }
}
