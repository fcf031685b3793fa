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
 * classes of a run. Without a browser the tests are skipped, unless {@code DOORSTEP_BROWSER_REQUIRED=true}.
 */
final class Browser implements ExecutionCondition, ParameterResolver, AfterEachCallback {
    private static final Logger LOG = LoggerFactory.getLogger(Browser.class);
    private static final Namespace NAMESPACE = Namespace.create(Browser.class);
    private static final String MISSING =
            "BROWSER TESTS SKIPPED: no browser. Install chromium, or set DOORSTEP_BROWSER to its program.";
    private static final AtomicBoolean SAID = new AtomicBoolean();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Chromium.program().isPresent()) {
            return enabled("a browser is there");
        }
        if (Boolean.parseBoolean(System.getenv("DOORSTEP_BROWSER_REQUIRED"))) {
            throw new IllegalStateException("DOORSTEP_BROWSER_REQUIRED is true, but there is no browser");
        }
        if (!SAID.getAndSet(true)) {
            LOG.warn(MISSING);
        }
        return disabled(MISSING);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Desks.class || type == Office.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Office.class ? office(context) : desks(context);
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
