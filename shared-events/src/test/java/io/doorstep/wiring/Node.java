package io.doorstep.wiring;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.doorstep.federation.upper.Standing;
import io.doorstep.federation.upper.UpperLevel;
import io.doorstep.identity.Account;
import io.doorstep.identity.Accounts;
import io.doorstep.identity.SignedIn;
import io.doorstep.identity.password.Passwords;
import io.doorstep.proof.kept.CheckBook;
import io.doorstep.store.Migration;
import io.doorstep.terms.Role;
import io.doorstep.wiring.StoreWiring.FactTables;
import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** 一个节点。 The sign-in as the application wires it, on a real database; several nodes may share one. */
public final class Node implements AutoCloseable {
    /** What accounts of {@link #employ} sign in with. */
    public static final String PASSWORD = "七里坪 vx93 kettle moss";

    private final AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
    private final MockMvc web;

    /** @param more what shall be there besides, such as pages */
    public Node(DataSource database, Clock clock, Map<String, Object> settings, Class<?>... more) {
        var all = new HashMap<>(settings);
        all.put("doorstep.vault.master-key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        all.put("doorstep.data", System.getProperty("java.io.tmpdir") + "/doorstep-node-" + UUID.randomUUID());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", all));
        context.setServletContext(new MockServletContext());
        context.addBeanFactoryPostProcessor(factory -> {
            factory.setConversionService(new ApplicationConversionService());
            factory.registerSingleton("database", database);
            factory.registerSingleton("clock", clock);
        });
        context.register(Parts.class);
        if (more.length > 0) {
            context.register(more);
        }
        context.refresh();
        web = MockMvcBuilders.webAppContextSetup(context)
                .addFilters(
                        context.getBean("springSessionRepositoryFilter", Filter.class),
                        context.getBean("springSecurityFilterChain", Filter.class))
                .build();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Opens an account with {@link #PASSWORD}. */
    public void employ(String id, Role... roles) {
        employ(Account.of(id, "某人", null, roles));
    }

    public void employ(Account account) {
        bean(Accounts.class).add(account, PASSWORD, Passwords.quick());
    }

    public Browser browser() {
        return new Browser(this, "10.1.2.3");
    }

    /** 浏览器。 Keeps its cookies, from whichever node they come. */
    public static final class Browser {
        private final Map<String, Cookie> cookies = new LinkedHashMap<>();
        private final String address;
        private Node node;

        Browser(Node node, String address) {
            this.node = node;
            this.address = address;
        }

        /** The same browser at another node. */
        public Browser at(Node other) {
            node = other;
            return this;
        }

        /** Another browser, elsewhere. */
        public Browser elsewhere(String from) {
            return new Browser(node, from);
        }

        /** Another browser, here. */
        public Browser beside() {
            return new Browser(node, address);
        }

        public MockHttpServletResponse signIn(String id, String password) {
            if (!cookies.containsKey("XSRF-TOKEN")) {
                ask("/login");
            }
            return send(post("/login").param("id", id).param("password", password));
        }

        public boolean isSignedIn() {
            return ask("/api/test/me").getStatus() == 200;
        }

        public MockHttpServletResponse ask(String path) {
            return send(get(path));
        }

        public MockHttpServletResponse command(String path, String json) {
            return send(post(path).contentType("application/json").content(json.getBytes(StandardCharsets.UTF_8)));
        }

        public MockHttpServletResponse send(MockHttpServletRequestBuilder request) {
            try {
                if (!cookies.isEmpty()) {
                    request.cookie(cookies.values().toArray(Cookie[]::new));
                }
                var token = cookies.get("XSRF-TOKEN");
                if (token != null) {
                    request.header("X-XSRF-TOKEN", token.getValue());
                }
                var response = node.web
                        .perform(request.with(sent -> {
                            sent.setRemoteAddr(address);
                            return sent;
                        }))
                        .andReturn()
                        .getResponse();
                for (var cookie : response.getCookies()) {
                    if (cookie.getMaxAge() == 0) {
                        cookies.remove(cookie.getName());
                    } else {
                        cookies.put(cookie.getName(), cookie);
                    }
                }
                return response;
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        }

        /** What a cookie holds. */
        public String cookie(String name) {
            return Objects.requireNonNull(cookies.get(name), name).getValue();
        }

        /** Plants a cookie. */
        public void keep(String name, String value) {
            cookies.put(name, new Cookie(name, value));
        }
    }

    @Override
    public void close() {
        context.close();
    }

    @EnableWebMvc
    @EnableWebSecurity
    @Import({
        AccountWiring.class,
        PasskeyWiring.class,
        ProviderWiring.class,
        LimitsWiring.class,
        NodeWiring.class,
        ReferenceWiring.class,
        ReminderWiring.class,
        VisitWiring.class,
        RightsWiring.class,
        SecurityWiring.class,
        SessionWiring.class,
        VaultWiring.class,
        WebWiring.class
    })
    static class Parts {

        @Bean
        static PropertySourcesPlaceholderConfigurer settings() {
            return new PropertySourcesPlaceholderConfigurer();
        }

        @Bean
        FactTables factTables(DataSource database) {
            Migration.ofFacts(database);
            return new FactTables();
        }

        @Bean
        JdbcClient jdbc(DataSource database) {
            return JdbcClient.create(database);
        }

        @Bean
        PlatformTransactionManager transactions(DataSource database) {
            return new JdbcTransactionManager(database);
        }

        @Bean
        CheckBook checkBook(JdbcClient jdbc, PlatformTransactionManager transactions) {
            return new CheckBook(jdbc, new TransactionTemplate(transactions));
        }

        @Bean
        Standing standing(JdbcClient jdbc) {
            return new Standing(jdbc, new UpperLevel(List.of()));
        }

        @Bean
        ZoneId officeZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Bean
        MessageSource messageSource() {
            var messages = new ResourceBundleMessageSource();
            messages.setBasenames("shared", "query", "screens");
            messages.setDefaultEncoding("UTF-8");
            messages.setFallbackToSystemLocale(false);
            return messages;
        }

        @Bean
        WhoAmI whoAmI() {
            return new WhoAmI();
        }
    }

    /** Stands for any endpoint. */
    @RestController
    static class WhoAmI {

        @GetMapping("/api/test/me")
        String me() {
            return SignedIn.now().actor().rolesAsText();
        }
    }
}
