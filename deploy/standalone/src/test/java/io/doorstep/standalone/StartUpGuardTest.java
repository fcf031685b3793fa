package io.doorstep.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.testing.Databases;
import java.nio.file.Path;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;

@ExtendWith(OutputCaptureExtension.class)
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

    @Test
    void half_a_product_on_a_file_for_one_process_is_refused_in_a_sentence(@TempDir Path data, CapturedOutput said) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(Doorstep.class)
                        .run("--server.port=0", "--doorstep.data=" + data, "--doorstep.services=command"))
                .hasRootCauseMessage("只运行 [command] 需要 PostgreSQL：嵌入式数据库文件只供一个进程；a process with [command] alone needs"
                        + " PostgreSQL (spring.datasource.url): a file of the embedded database is for one process");
        assertThat(said.getAll())
                .contains("APPLICATION FAILED TO START", "[command] alone needs PostgreSQL")
                .doesNotContain("\tat ");
    }
}
