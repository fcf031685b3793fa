package io.doorstep.standalone.access;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** 恶意参数。 The query parameters that an address knows: from its own answer to one that it does not, and from its code. */
final class HostileParameters {

    private static final Pattern KNOWN = Pattern.compile("(?:可用字段：|Known fields: )([A-Za-z, ]+)");
    private static final Set<String> OFTEN = Set.of("q", "at", "place", "before", "after", "size");

    private HostileParameters() {}

    static Set<String> of(Attacker attacker, String path, HandlerMethod handler) {
        var names = new TreeSet<>(OFTEN);
        var told = KNOWN.matcher(attacker.get(path + (path.contains("?") ? "&" : "?") + "__proto__=x")
                .body());
        if (told.find()) {
            names.addAll(List.of(told.group(1).strip().split(", ", -1)));
        }
        Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .filter(parameter -> parameter.getParameterType() == String.class)
                .forEach(parameter -> names.add(parameter
                        .getExecutable()
                        .getParameters()[parameter.getParameterIndex()]
                        .getName()));
        return names;
    }
}
