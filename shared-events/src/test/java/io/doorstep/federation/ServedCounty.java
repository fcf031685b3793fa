package io.doorstep.federation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.doorstep.federation.county.SharedFacts;
import io.doorstep.federation.county.Withholding;
import io.doorstep.proof.HashAlgorithm;
import io.doorstep.proof.StoredFact;
import io.doorstep.proof.kept.FactLedger;
import io.doorstep.proof.kept.LedgerKeys;
import io.doorstep.store.AppendOrder;
import io.doorstep.store.CopiedFacts;
import io.doorstep.store.Migration;
import io.doorstep.vault.MasterKey;
import io.doorstep.vault.Vault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * 在线的县。 A county's real store, ledger, key and answers, without the rest of the product, on a port of this machine; what it answers may be
 * tampered with on the way.
 */
public final class ServedCounty implements AutoCloseable {

    /** What the level above has to show. */
    public static final String TOKEN = "of-the-upper-level";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MASTER_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    public final JdbcClient jdbc;
    public final FactLedger ledger;
    private final CopiedFacts facts;
    private final TransactionTemplate transaction;
    private final LedgerKeys keys;
    private final SharedFacts shared;
    private final HttpServer server;
    private final LongAdder bytes = new LongAdder();
    private final LongAdder answers = new LongAdder();
    private volatile UnaryOperator<Stretch> onTheWay = stretch -> stretch;

    public ServedCounty(DataSource database) {
        this(database, HashAlgorithm.SHA_256, Set.of("ACCUSATION"));
    }

    public ServedCounty(DataSource database, HashAlgorithm hash, Set<String> withheld) {
        Migration.ofFacts(database);
        var clock = Clock.systemUTC();
        this.jdbc = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.ledger = new FactLedger(database, transaction, AppendOrder.LOCK, hash, clock);
        var vault = new Vault(jdbc, MasterKey.ofBase64(MASTER_KEY), clock);
        transaction.executeWithoutResult(step -> vault.unlock());
        this.keys = new LedgerKeys(jdbc, vault, ledger.algorithm(), transaction, clock);
        this.facts = new CopiedFacts(database, AppendOrder.LOCK);
        this.shared = new SharedFacts(jdbc, ledger, keys, new Withholding(jdbc, withheld), clock);
        this.server = served();
    }

    private HttpServer served() {
        try {
            var made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            made.createContext("/api/federation/facts", this::answer);
            made.setExecutor(Executors.newFixedThreadPool(2, task -> {
                var thread = new Thread(task, "county");
                thread.setDaemon(true);
                return thread;
            }));
            made.start();
            return made;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The key that heads are checked with; made when there is none. */
    public String key() {
        return Base64.getEncoder().encodeToString(keys.signing().publicKey());
    }

    /** Changes answers on their way, as who sits on the line could. */
    public void onTheWay(UnaryOperator<Stretch> change) {
        onTheWay = change;
    }

    /** Bytes that went over the line, packed. */
    public long bytes() {
        return bytes.sum();
    }

    public long answers() {
        return answers.sum();
    }

    public Stretch from(long from, int most) {
        return shared.from(from, most);
    }

    /** Puts a case of some facts on record, and answers its id. */
    public String reports(String kind, String place, int facts) {
        var caseId = UUID.randomUUID().toString();
        var all = new ArrayList<StoredFact>();
        all.add(fact(caseId, 0, "CaseReported", reported(caseId, kind, place)));
        for (var n = 1; n < facts; n++) {
            all.add(fact(caseId, n, "ProgressNoted", noted(caseId, n)));
        }
        record(all);
        return caseId;
    }

    /** Puts a correction on record. */
    public void corrects(String caseId, long number, String field, String to) {
        record(List.of(fact(
                caseId,
                number,
                "CaseCorrected",
                "{\"caseId\":\"%s\",\"occurredAt\":\"2026-03-02T01:00:00Z\",\"changes\":[{\"field\":\"%s\",\"from\":\"x\",\"to\":\"%s\"}],\"reason\":{\"k\":\"k\",\"c\":\"geheim\"}}"
                        .formatted(caseId, field, to))));
    }

    public void record(List<StoredFact> all) {
        transaction.executeWithoutResult(step -> facts.append(all));
        ledger.chainAll(1000);
        keys.signing();
    }

    /** A fact as the store keeps it. */
    public static StoredFact fact(String caseId, long number, String type, String payload) {
        return new StoredFact(
                -1,
                UUID.randomUUID().toString(),
                "Case",
                caseId,
                number,
                "io.doorstep.events.cases." + type,
                "1",
                "2026-03-02T01:00:00.000Z",
                payload.getBytes(StandardCharsets.UTF_8),
                "{\"actor\":\"officer\",\"roles\":\"PETITION_OFFICER\"}".getBytes(StandardCharsets.UTF_8));
    }

    private static String reported(String caseId, String kind, String place) {
        return """
                {"caseId":"%s","occurredAt":"2026-03-01T01:00:00Z","number":"430525-2026-00001","kind":"%s","channel":"VISIT",\
                "category":"0101","place":"%s","title":"邻里排水纠纷","statement":{"k":"%s","c":"AAECAwQF"},"petitioners":[],\
                "partySize":1,"accusedUnits":[],"transferDue":"2026-03-16","policyVersion":"1"}""".formatted(caseId, kind, place, caseId);
    }

    private static String noted(String caseId, int n) {
        return "{\"caseId\":\"%s\",\"occurredAt\":\"2026-03-02T01:00:00Z\",\"text\":{\"k\":\"%s\",\"c\":\"note%d\"}}"
                .formatted(caseId, caseId, n);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            var asked = exchange.getRequestURI().getQuery();
            var stretch = onTheWay.apply(from(number(asked, "from"), (int) number(asked, "most")));
            var packed = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(packed)) {
                gzip.write(JSON.writeValueAsBytes(stretch));
            }
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, packed.size());
            bytes.add(packed.size());
            answers.increment();
            exchange.getResponseBody().write(packed.toByteArray());
        }
    }

    private static long number(String query, String name) {
        return Arrays.stream(query.split("&", -1))
                .filter(pair -> pair.startsWith(name + "="))
                .mapToLong(pair -> Long.parseLong(pair.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    /** Answers no more. */
    public void fallSilent() {
        server.stop(0);
    }

    @Override
    public void close() {
        fallSilent();
    }
}
