package io.doorstep.wiring;

import io.doorstep.federation.county.SharedFacts;
import io.doorstep.federation.county.Withholding;
import io.doorstep.federation.upper.Copies;
import io.doorstep.federation.upper.OwnCases;
import io.doorstep.federation.upper.Puller;
import io.doorstep.federation.upper.ReadOnlyDoor;
import io.doorstep.federation.upper.Source;
import io.doorstep.federation.upper.Standing;
import io.doorstep.federation.upper.UpperGuard;
import io.doorstep.federation.upper.UpperLevel;
import io.doorstep.federation.upper.UpperMeters;
import io.doorstep.nodes.NodeName;
import io.doorstep.proof.kept.FactLedger;
import io.doorstep.proof.kept.LedgerKeys;
import io.doorstep.reference.ReferenceData;
import io.doorstep.store.AppendOrder;
import io.doorstep.store.CopiedFacts;
import io.doorstep.terms.CaseKind;
import io.doorstep.wiring.StoreWiring.FactTables;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Facts on their way up: what a county shares, and what the level above copies. */
@Configuration
class FederationWiring {

    /** A county as the settings name it. */
    record Named(
            @Nullable String name,
            @Nullable String url,
            @Nullable String token,
            @Nullable Set<String> key,
            @Nullable String place) {}

    @Bean
    UpperLevel upperLevel(Environment settings) {
        var named = Binder.get(settings)
                .bind(OwnCases.SOURCES, Bindable.mapOf(String.class, Named.class))
                .orElse(Map.of());
        return new UpperLevel(named.entrySet().stream()
                .map(entry -> source(entry.getKey(), entry.getValue()))
                .toList());
    }

    private static Source source(String name, Named said) {
        return new Source(
                name,
                said.name() == null ? name : said.name(),
                URI.create(said.url() == null ? "" : said.url().strip()),
                said.token() == null ? "" : said.token().strip(),
                said.key() == null ? Set.of() : said.key(),
                said.place() == null ? "" : said.place().strip());
    }

    @Bean
    SharedFacts sharedFacts(
            JdbcClient jdbc,
            FactLedger ledger,
            LedgerKeys keys,
            Clock clock,
            @Value("${doorstep.federation.withhold:ACCUSATION}") List<String> kinds) {
        var withheld = kinds.stream()
                .map(String::strip)
                .filter(kind -> !kind.isEmpty())
                .collect(Collectors.toSet());
        withheld.forEach(FederationWiring::check);
        return new SharedFacts(jdbc, ledger, keys, new Withholding(jdbc, withheld), clock);
    }

    private static void check(String kind) {
        if (Arrays.stream(CaseKind.values()).noneMatch(known -> known.name().equals(kind))) {
            throw new IllegalArgumentException("doorstep.federation.withhold names kinds of cases with commas ("
                    + Arrays.toString(CaseKind.values()) + "), not " + kind);
        }
    }

    @Bean
    Copies copies(
            DataSource database,
            PlatformTransactionManager transactions,
            Clock clock,
            FactTables tables,
            @Value("${doorstep.store.append-order:lock}") String order) {
        return new Copies(
                database,
                new TransactionTemplate(transactions),
                new CopiedFacts(database, AppendOrder.valueOf(order.toUpperCase(Locale.ROOT))),
                clock);
    }

    @Bean
    UpperGuard upperGuard(JdbcClient jdbc, UpperLevel level, Copies copies) {
        return new UpperGuard(jdbc, level, copies);
    }

    @Bean
    Standing standing(JdbcClient jdbc, UpperLevel level, FactTables tables) {
        return new Standing(jdbc, level);
    }

    @Bean
    UpperMeters upperMeters(UpperLevel level, Standing standing, Clock clock) {
        return new UpperMeters(level, standing, clock);
    }

    @Bean
    Puller puller(
            UpperLevel level,
            Copies copies,
            UpperGuard guard,
            ReferenceData reference,
            NodeName node,
            @Value("${doorstep.federation.every:PT30S}") Duration every,
            @Value("${doorstep.federation.at-once:4}") int atOnce,
            @Value("${doorstep.federation.most:1000}") int most) {
        return new Puller(level, copies, node.value(), new Puller.Rhythm(every, atOnce, most), reference::isWhole);
    }

    /** The door of an office whose cases are all copies. */
    @Configuration
    @ConditionalOnWebApplication
    static class Door implements WebMvcConfigurer {

        private final UpperLevel level;

        Door(UpperLevel level) {
            this.level = level;
        }

        @Override
        public void addInterceptors(InterceptorRegistry interceptors) {
            if (level.holdsCopies()) {
                interceptors.addInterceptor(new ReadOnlyDoor());
            }
        }
    }
}
