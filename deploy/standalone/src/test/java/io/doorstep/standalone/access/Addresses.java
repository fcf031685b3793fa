package io.doorstep.standalone.access;

import io.doorstep.standalone.Running;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** 全部地址。 Every address of the running product as {@code GET /path/{id}}, and the code behind it. */
final class Addresses {

    private Addresses() {}

    static Map<String, HandlerMethod> of(Running running) {
        var all = new TreeMap<String, HandlerMethod>();
        running.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    var patterns = mapping.getPathPatternsCondition();
                    if (patterns != null && isOurs(handler.getBeanType())) {
                        mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> patterns.getPatternValues()
                                        .forEach(path -> all.put(
                                                method + " "
                                                        + path.replaceAll(
                                                                "\\{([a-zA-Z0-9]+):[^/]*?\\}(?=[/.]|$)", "{$1}"),
                                                handler)));
                    }
                });
        return all;
    }

    /** Other tests bring addresses of their own, from folders and archives of tests. */
    private static boolean isOurs(Class<?> type) {
        var source = type.getProtectionDomain().getCodeSource().getLocation().getPath();
        return type.getPackageName().startsWith("io.doorstep.")
                && !source.contains("test-classes")
                && !source.endsWith("-tests.jar");
    }
}
