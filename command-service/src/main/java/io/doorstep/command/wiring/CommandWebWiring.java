package io.doorstep.command.wiring;

import io.doorstep.command.web.Ask;
import io.doorstep.command.web.AskResolver;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets endpoints ask for what comes with every POST. */
@Configuration
class CommandWebWiring implements WebMvcConfigurer {

    static {
        // it comes with the session and the headers: no client sends it
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Ask.class);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new AskResolver());
    }
}
