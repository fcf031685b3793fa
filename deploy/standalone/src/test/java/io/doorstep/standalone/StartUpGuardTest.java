package io.doorstep.standalone;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.testing.Databases;
import java.nio.file.Path;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

class StartUpGuardTest {
    @TestConfiguration
    static class Forgetful {
        @Bean
        TokenStore tokenStore() {
            return new InMemoryTokenStore();
        }
    }

    @Test
    void an_office_whose_readers_would_forget_where_they_were_does_not_start(@TempDir Path data) {
        var office = new SpringApplicationBuilder(Doorstep.class, Forgetful.class)
                .properties("spring.main.allow-bean-definition-overriding=true");
        assertThatThrownBy(() -> office.run(
                        "--server.port=0", "--doorstep.data=" + data, "--spring.datasource.url=" + Databases.h2Url()))
                .hasMessageContaining("Doorstep does not start")
                .hasMessageContaining("InMemoryTokenStore");
    }
}
