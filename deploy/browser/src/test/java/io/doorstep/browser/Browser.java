package io.doorstep.browser;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 浏览器。 Gives tests their {@link Desks} and the {@link Office} where those stand. One browser and one office serve all
 * classes of a run. They take minutes, so they run only when asked for: {@code DOORSTEP_BROWSER_REQUIRED=true}, as in CI, or
 * {@code DOORSTEP_BROWSER} with the program of the browser; otherwise they are skipped and say so.
 */
final class Browser implements ExecutionCondition, ParameterResolver, AfterEachCallback {
    private static final Logger LOG = LoggerFactory.getLogger(Browser.class);
    private static final Namespace NAMESPACE = Namespace.create(Browser.class);
    private static final String SKIPPED =
            "BROWSER TESTS SKIPPED. Run them with DOORSTEP_BROWSER_REQUIRED=true and an installed chromium.";
    private static final AtomicBoolean SAID = new AtomicBoolean();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var required = Boolean.parseBoolean(System.getenv("DOORSTEP_BROWSER_REQUIRED"));
        if (required || System.getenv("DOORSTEP_BROWSER") != null) {
            return Chromium.program()
                    .map(program -> enabled("a browser is there"))
                    .orElseThrow(
                            () -> new IllegalStateException("browser tests are asked for, but there is no browser"));
        }
        if (!SAID.getAndSet(true)) {
            LOG.warn(SKIPPED);
        }
        return disabled(SKIPPED);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Desks.class || type == Office.class || type == Chromium.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        if (type == Chromium.class) {
            return chromium(context);
        }
        return type == Office.class ? office(context) : desks(context);
    }

    /** Looks whether anything went wrong that the test itself did not see; the desks close with the test's context. */
    @Override
    public void afterEach(ExtensionContext context) {
        var desks = context.getStore(NAMESPACE).get(Desks.class, Desks.class);
        if (desks != null) {
            desks.clearUp(context.getExecutionException().isPresent(), name(context));
        }
    }

    private static Desks desks(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .computeIfAbsent(Desks.class, key -> new Desks(chromium(context), office(context)), Desks.class);
    }

    private static Office office(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Office.class, key -> Office.ofTheDemonstration(), Office.class);
    }

    private static Chromium chromium(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Chromium.class, key -> Chromium.start(), Chromium.class);
    }

    private static String name(ExtensionContext context) {
        return context.getRequiredTestClass().getSimpleName() + "." + context.getDisplayName();
    }
}
