package io.doorstep.federation.upper;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * 仅限本级案件。 Marks what acts on cases by itself: it is there in an office with cases of its own, and not where all are copies, for the county
 * does it already.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(OwnCases.NoSources.class)
public @interface OwnCases {

    /** What the names of the settings of sources begin with. */
    String SOURCES = "doorstep.federation.sources";

    /** Whether no county is named in the settings. */
    final class NoSources implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !Binder.get(context.getEnvironment())
                    .bind(SOURCES, Bindable.mapOf(String.class, String.class))
                    .isBound();
        }
    }
}
