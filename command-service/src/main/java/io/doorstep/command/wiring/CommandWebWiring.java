package io.doorstep.command.wiring;

import io.doorstep.command.web.AskResolver;
import jakarta.servlet.MultipartConfigElement;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets endpoints ask for what comes with every POST. */
@Configuration
class CommandWebWiring implements WebMvcConfigurer {

    private static final long MOST_BYTES = 64L * 1024 * 1024;

    /** Large enough for a ledger; held in memory, because a temporary file would lie unsealed on the disk. */
    @Bean
    MultipartConfigElement multipartConfigElement() {
        return new MultipartConfigElement("", MOST_BYTES, MOST_BYTES, (int) MOST_BYTES);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new AskResolver());
    }
}
