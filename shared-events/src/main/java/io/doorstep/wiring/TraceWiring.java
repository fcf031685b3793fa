package io.doorstep.wiring;

import io.doorstep.nodes.NodeName;
import io.doorstep.traces.CommandSpans;
import io.doorstep.traces.ReadingSpans;
import io.doorstep.traces.RequestSpans;
import io.doorstep.traces.Spans;
import java.time.Clock;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Traces for a collector; without its address nothing of this is there. */
@Configuration
@ConditionalOnProperty("doorstep.traces.endpoint")
class TraceWiring {

    @Bean
    Spans spans(
            NodeName node,
            @Value("${doorstep.traces.endpoint}") String endpoint,
            @Value("${doorstep.traces.share:1}") double share,
            @Value("${doorstep.version:unpacked}") String version) {
        return Spans.sentTo(endpoint, share, version, node.value());
    }

    /** Behind the filter that gives the request its id, before the one that has the last word on the answer. */
    @Bean
    FilterRegistrationBean<RequestSpans> requestSpans(Spans spans) {
        var registration = new FilterRegistrationBean<>(new RequestSpans(spans));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 3);
        return registration;
    }

    @Bean
    ConfigurerModule tracedReading(Spans spans, Clock clock) {
        return configurer -> configurer
                .eventProcessing()
                .registerDefaultHandlerInterceptor((axon, reader) -> new ReadingSpans(spans, clock, reader));
    }

    @Bean
    InitializingBean tracedCommands(Spans spans, CommandBus bus) {
        return () -> bus.registerHandlerInterceptor(new CommandSpans(spans));
    }
}
