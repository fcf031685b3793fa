package io.doorstep.query.pages;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.doorstep.access.AccessLog;
import io.doorstep.erasure.Erasures;
import io.doorstep.federation.county.SharedFacts;
import io.doorstep.federation.county.Withholding;
import io.doorstep.federation.upper.Standing;
import io.doorstep.federation.upper.UpperLevel;
import io.doorstep.identity.Accounts;
import io.doorstep.identity.Actor;
import io.doorstep.identity.SignedIn;
import io.doorstep.identity.device.Devices;
import io.doorstep.ledger.kept.FailedRows;
import io.doorstep.ledger.kept.KeptMappings;
import io.doorstep.policy.Deadlines;
import io.doorstep.policy.Policies;
import io.doorstep.policy.WorkCalendar;
import io.doorstep.proof.HashAlgorithm;
import io.doorstep.proof.kept.CheckBook;
import io.doorstep.proof.kept.CheckpointPost;
import io.doorstep.proof.kept.Checkpoints;
import io.doorstep.proof.kept.FactLedger;
import io.doorstep.proof.kept.LedgerKeys;
import io.doorstep.proof.kept.RecordProofs;
import io.doorstep.proof.kept.Sections;
import io.doorstep.proof.kept.SelfCheck;
import io.doorstep.query.asof.Arrivals;
import io.doorstep.query.asof.CaseFilterReader;
import io.doorstep.query.asof.CaseStates;
import io.doorstep.query.asof.CaseVersions;
import io.doorstep.query.asof.Cases;
import io.doorstep.query.asof.FactFeed;
import io.doorstep.query.asof.Life;
import io.doorstep.query.asof.Reading;
import io.doorstep.query.asof.VersionGate;
import io.doorstep.reference.Paths;
import io.doorstep.reference.ReferenceData;
import io.doorstep.reference.ReferencePaths;
import io.doorstep.reminders.Outbox;
import io.doorstep.reminders.ReminderBook;
import io.doorstep.store.AppendOrder;
import io.doorstep.store.FactSerializer;
import io.doorstep.store.FactStorage;
import io.doorstep.terms.Role;
import io.doorstep.vault.MasterKey;
import io.doorstep.vault.SealedFiles;
import io.doorstep.vault.Vault;
import io.doorstep.visits.Packs;
import io.doorstep.web.Problems;
import io.doorstep.weeks.Leaders;
import io.doorstep.weeks.PlanDrafts;
import io.doorstep.weeks.Planned;
import io.doorstep.weeks.WeekArchive;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.util.UriComponentsBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 信访局的阅览处。 All pages on one database, read as different people at a given moment. */
public final class Office implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
    private final Reading reading;
    private final Vault vault;
    private final MockMvc web;
    private Actor reader = Actor.of("officer", "u-bureau", Role.PETITION_OFFICER);
    private Instant now = Life.day(30);

    public Office(DataSource database) {
        this(database, Map.of());
    }

    /** With settings of its own. */
    public Office(DataSource database, Map<String, Object> settings) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        reading = new Reading(database);
        var clock = new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }
        };
        vault = new Vault(reading.jdbc(), MasterKey.ofBase64("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="), clock);
        vault.unlock();
        context.setServletContext(new MockServletContext());
        context.addBeanFactoryPostProcessor(factory -> {
            factory.registerSingleton("database", reading.database());
            factory.registerSingleton("reading", reading);
            factory.registerSingleton("clock", clock);
            factory.registerSingleton("vault", vault);
        });
        context.register(Pages.class);
        context.refresh();
        web = MockMvcBuilders.webAppContextSetup(context).build();
    }

    public Reading reading() {
        return reading;
    }

    public Vault vault() {
        return vault;
    }

    /** A part of the office that is no page. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    public Office as(Actor somebody) {
        reader = somebody;
        return this;
    }

    public Office at(Instant moment) {
        now = moment;
        return this;
    }

    public Office read(Life life) {
        reading.read(life);
        return this;
    }

    /** The answer to a GET; {@code address} is a template with the parameters behind it. */
    public MockHttpServletResponse ask(String address, Object... parameters) {
        return ask(Locale.ENGLISH, address, parameters);
    }

    public MockHttpServletResponse ask(Locale language, String address, Object... parameters) {
        return ask(MediaType.ALL_VALUE, language, address, parameters);
    }

    /** As a browser asks that follows a link. */
    public MockHttpServletResponse browse(Locale language, String address, Object... parameters) {
        return ask("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", language, address, parameters);
    }

    private MockHttpServletResponse ask(String accepted, Locale language, String address, Object... parameters) {
        var principal = (SignedIn) () -> reader;
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(principal, ""));
        try {
            var uri = UriComponentsBuilder.fromUriString(address)
                    .encode()
                    .buildAndExpand(parameters)
                    .toUri();
            return web.perform(get(uri).locale(language).header("Accept", accepted))
                    .andReturn()
                    .getResponse();
        } catch (Exception failure) {
            throw new IllegalStateException(address, failure);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** The body of a GET that goes well, as JSON. */
    public JsonNode json(String address, Object... parameters) {
        var response = ask(address, parameters);
        if (response.getStatus() != 200) {
            throw new IllegalStateException(response.getStatus() + " " + body(response));
        }
        return JSON.readTree(body(response));
    }

    public static JsonNode problem(MockHttpServletResponse response) {
        return JSON.readTree(body(response));
    }

    public static String body(MockHttpServletResponse response) {
        try {
            return response.getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    /** The pages as the application wires them, on the reading tables of the test; no scan may find it. */
    @EnableWebMvc
    @ComponentScan(
            value = "io.doorstep.query",
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    "io\\.doorstep\\.query\\.(wiring\\.(?!PageWiring).*|pages\\..*|reference\\..*|home\\..*|accounts\\..*|me\\..*|securitylog\\..*|views\\..*|testing\\..*|"
                                            + "backup\\..*|deadletters\\..*|operations\\..*|completeness\\..*|editions\\..*)"))
    static class Pages {

        @Bean
        JdbcClient jdbc(Reading reading) {
            return reading.jdbc();
        }

        @Bean
        PlatformTransactionManager transactions(DataSource database) {
            return new JdbcTransactionManager(database);
        }

        @Bean
        AccessLog accessLog(Reading reading, Clock clock) {
            return new AccessLog(reading.jdbc(), clock);
        }

        @Bean
        Erasures erasures(Reading reading, Clock clock) {
            return new Erasures(reading.jdbc(), clock);
        }

        @Bean
        Policies policies(@Value("${doorstep.policy.folder:}") String folder) {
            return folder.isBlank() ? Policies.standard() : Policies.standardWith(Path.of(folder));
        }

        @Bean
        WorkCalendar workCalendar() {
            return WorkCalendar.standard();
        }

        @Bean
        Arrivals arrivals() {
            return new Arrivals();
        }

        @Bean
        SealedFiles files(Vault vault) {
            return new SealedFiles(Path.of(System.getProperty("java.io.tmpdir"), "doorstep-test-files"), vault);
        }

        @Bean
        CaseVersions versions(Reading reading) {
            return new CaseVersions(reading.facts());
        }

        @Bean
        ReferenceData reference(Reading reading) {
            return reading.reference();
        }

        @Bean
        CaseFilterReader filters(Reading reading) {
            return reading.filters();
        }

        @Bean
        CaseStates states(Reading reading) {
            return reading.seen();
        }

        @Bean
        Cases cases(Reading reading) {
            return reading.cases();
        }

        @Bean
        FactFeed factFeed(Reading reading) {
            return new FactFeed(reading.jdbc(), reading.facts(), reading.seen());
        }

        @Bean
        VersionGate gate(Reading reading) {
            return new VersionGate(reading.facts(), new Arrivals());
        }

        @Bean
        Paths paths(ReferenceData reference) {
            return new ReferencePaths(reference);
        }

        @Bean
        Deadlines deadlines() {
            return Reading.deadlines();
        }

        @Bean
        FailedRows failedRows(JdbcClient jdbc, Vault vault) {
            return new FailedRows(jdbc, vault);
        }

        @Bean
        KeptMappings keptMappings(JdbcClient jdbc, Vault vault) {
            return new KeptMappings(jdbc, vault);
        }

        @Bean
        ReminderBook reminderBook(Reading reading, Clock clock) {
            return new ReminderBook(reading.jdbc(), clock);
        }

        @Bean
        FactLedger factLedger(DataSource database, PlatformTransactionManager transactions, Clock clock) {
            return new FactLedger(
                    database, new TransactionTemplate(transactions), AppendOrder.LOCK, HashAlgorithm.SHA_256, clock);
        }

        @Bean
        LedgerKeys ledgerKeys(
                Reading reading, Vault vault, FactLedger ledger, PlatformTransactionManager transactions, Clock clock) {
            return new LedgerKeys(
                    reading.jdbc(), vault, ledger.algorithm(), new TransactionTemplate(transactions), clock);
        }

        @Bean
        Checkpoints checkpoints(Reading reading, FactLedger ledger, LedgerKeys keys, Clock clock) {
            return new Checkpoints(reading.jdbc(), ledger, keys, clock);
        }

        @Bean
        Sections sections(Reading reading, Checkpoints checkpoints, LedgerKeys keys) {
            return new Sections(reading.jdbc(), checkpoints, keys);
        }

        @Bean
        RecordProofs recordProofs(Reading reading, FactLedger ledger, Checkpoints checkpoints) {
            return new RecordProofs(reading.jdbc(), ledger, checkpoints);
        }

        @Bean
        CheckpointPost checkpointPost(Reading reading, Clock clock) {
            return new CheckpointPost(reading.jdbc(), clock);
        }

        @Bean
        UpperLevel upperLevel() {
            return new UpperLevel(List.of());
        }

        @Bean
        Standing standing(Reading reading, UpperLevel level) {
            return new Standing(reading.jdbc(), level);
        }

        @Bean
        SharedFacts sharedFacts(Reading reading, FactLedger ledger, LedgerKeys keys, Clock clock) {
            return new SharedFacts(
                    reading.jdbc(), ledger, keys, new Withholding(reading.jdbc(), Set.of("ACCUSATION")), clock);
        }

        @Bean
        CheckBook checkBook(Reading reading, PlatformTransactionManager transactions) {
            return new CheckBook(reading.jdbc(), new TransactionTemplate(transactions));
        }

        @Bean
        SelfCheck selfCheck(
                DataSource database,
                FactLedger ledger,
                Checkpoints checkpoints,
                LedgerKeys keys,
                CheckBook book,
                Clock clock) {
            return new SelfCheck(database, ledger, checkpoints, keys, book, clock);
        }

        @Bean
        Outbox outbox(Reading reading, Clock clock) {
            return new Outbox(reading.jdbc(), clock);
        }

        @Bean
        Devices devices(Reading reading, Clock clock) {
            return new Devices(reading.jdbc(), clock);
        }

        @Bean
        Packs packs(Reading reading, Clock clock) {
            return new Packs(reading.jdbc(), clock, Duration.ofDays(10));
        }

        @Bean
        EventStorageEngine weekFacts(DataSource database, PlatformTransactionManager transactions) {
            return FactStorage.on(
                    database,
                    AppendOrder.LOCK,
                    new SpringTransactionManager(transactions),
                    FactSerializer.create(),
                    new SimpleMeterRegistry());
        }

        @Bean
        WeekArchive weekArchive(EventStorageEngine facts) {
            return new WeekArchive(facts);
        }

        @Bean
        Leaders leaders(Reading reading, PlatformTransactionManager transactions) {
            return new Leaders(reading.jdbc(), transactions);
        }

        @Bean
        PlanDrafts planDrafts(Reading reading) {
            return new PlanDrafts(reading.jdbc());
        }

        @Bean
        Accounts accounts(Reading reading, Clock clock) {
            return new Accounts(reading.jdbc(), clock);
        }

        @Bean
        Planned planned() {
            // weeks have no facts here; one case is planned so that pages have something to tell
            return (account, day) -> List.of("promised");
        }

        @Bean
        ZoneId officeZone() {
            return Reading.ZONE;
        }

        @Bean
        MessageSource messageSource() {
            var messages = new ResourceBundleMessageSource();
            messages.setBasenames("shared", "command", "query", "statistics", "screens", "print");
            messages.setDefaultEncoding("UTF-8");
            messages.setFallbackToSystemLocale(false);
            return messages;
        }

        @Bean
        SpringTemplateEngine templates(MessageSource messages) {
            var files = new ClassLoaderTemplateResolver();
            files.setPrefix("templates/");
            files.setSuffix(".html");
            files.setCharacterEncoding("UTF-8");
            var engine = new SpringTemplateEngine();
            engine.setTemplateResolver(files);
            engine.setTemplateEngineMessageSource(messages);
            return engine;
        }

        @Bean
        ThymeleafViewResolver views(SpringTemplateEngine templates) {
            var resolver = new ThymeleafViewResolver();
            resolver.setTemplateEngine(templates);
            resolver.setCharacterEncoding("UTF-8");
            return resolver;
        }

        @Bean
        Problems problems(MessageSource messages) {
            return new Problems(messages);
        }

        @Bean
        AcceptHeaderLocaleResolver localeResolver() {
            return new AcceptHeaderLocaleResolver();
        }
    }
}
