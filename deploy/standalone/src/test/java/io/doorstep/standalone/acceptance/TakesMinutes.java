package io.doorstep.standalone.acceptance;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** 耗时的验收。 Runs in CI and by the scripts of {@code deploy/acceptance}; elsewhere it is skipped and says how it is not. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@EnabledIfEnvironmentVariable(
        named = "DOORSTEP_ACCEPTANCE_REQUIRED",
        matches = "true",
        disabledReason = "SKIPPED, it takes minutes: set DOORSTEP_ACCEPTANCE_REQUIRED=true, as CI does")
public @interface TakesMinutes {}
