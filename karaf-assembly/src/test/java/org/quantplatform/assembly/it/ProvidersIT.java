package org.quantplatform.assembly.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.assembly.it.CommandLine.Outcome;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.Company.Bar;
import org.quantplatform.fakes.Country;
import org.quantplatform.fakes.FakeProvider;
import org.quantplatform.fakes.World;
import org.quantplatform.fakes.akshare.EastmoneyProvider;
import org.quantplatform.fakes.kis.KisProvider;
import org.quantplatform.fakes.polygon.PolygonProvider;
import org.quantplatform.fakes.yfinance.YahooProvider;

/** Each source, dropped into a running server, brings bars that are asked for over REST, by the program and in the shell. */
class ProvidersIT {

    private static final int COMPANIES = 30;
    private static final LocalDate FROM = LocalDate.of(2024, 9, 2);
    private static final LocalDate TO = LocalDate.of(2024, 9, 27);
    private static final LocalDate LAST = LocalDate.of(2024, 10, 11);

    @TempDir
    private static Path folder;

    private static QuantServer server;
    private static CommandLine user;

    @BeforeAll
    static void start() throws Exception {
        server = SharedServer.get();
        user = new CommandLine(server, folder);
    }

    /**
     * What is asked for, of whom.
     *
     * @param first of three companies without splits, one for each of the ways to ask
     * @param lot into whose multiples the provider cuts volumes
     */
    private record Trial(DroppedSource source, World world, int first, int lot) {

        String market() {
            return world.country().name();
        }

        Company company(int way) {
            return world.company(first + way);
        }
    }

    @Test
    void kis() throws Exception {
        World korea = World.of(Country.KR, COMPANIES);
        World america = World.of(Country.US, COMPANIES);
        KisProvider provider = new KisProvider(0, korea, america, Clock.systemUTC(), KisProvider.Setup.REAL);
        tryAll(
                provider,
                "kis",
                "address = %1$s%nsymbols.address = %1$s%nkeep.token = false%n",
                Map.of("key", KisProvider.KEY, "secret", KisProvider.SECRET),
                korea,
                15,
                1);
    }

    @Test
    void polygon() throws Exception {
        World america = World.of(Country.US, COMPANIES);
        tryAll(
                new PolygonProvider(0, america, Clock.systemUTC()),
                "polygon",
                "address = %s%nrequests.per.minute = 0%n",
                Map.of("", PolygonProvider.KEY),
                america,
                15,
                1);
    }

    @Test
    void yfinance() throws Exception {
        tryAll(
                new YahooProvider(0, COMPANIES, Clock.systemUTC()),
                "yfinance",
                "address = %1$s%ncrumb.address = %1$s%ncookie.address = %1$s%nrequests.per.minute = 0%n",
                Map.of(),
                World.of(Country.US, COMPANIES),
                25,
                1);
    }

    @Test
    void akshare() throws Exception {
        World china = World.of(Country.CN, COMPANIES);
        tryAll(
                new EastmoneyProvider(0, china, Clock.systemUTC()),
                "akshare",
                "history.address = %1$s%nlist.address = %1$s%naccounts.address = %1$s%nevents.address = %1$s%n"
                        + "requests.per.minute = 0%n",
                Map.of(),
                china,
                15,
                100);
    }

    /** @param keys by what follows the source's name in that of the secret */
    private static void tryAll(
            FakeProvider provider,
            String kind,
            String settings,
            Map<String, String> keys,
            World world,
            int first,
            int lot)
            throws Exception {
        provider.start();
        DroppedSource source = DroppedSource.drop(server, folder, kind, settings.formatted(provider.address()));
        try (provider) {
            for (Map.Entry<String, String> key : keys.entrySet()) {
                assertThat(server.put(secret(source, key.getKey()), "{\"value\": \"" + key.getValue() + "\"}")
                                .statusCode())
                        .isBetween(200, 204);
            }
            Trial trial = new Trial(source, world, first, lot);
            overRest(trial);
            byTheProgram(trial);
            inTheShell(trial);
        } finally {
            for (String key : keys.keySet()) {
                server.delete(secret(source, key));
            }
            source.takeAway();
        }
    }

    private static String secret(DroppedSource source, String key) {
        return "/api/v1/admin/secrets/" + source.id() + (key.isEmpty() ? "" : "-" + key);
    }

    private static void overRest(Trial trial) throws Exception {
        Company company = trial.company(0);
        JsonNode imported = accepted(
                "/api/v1/data/import",
                "{\"source\": \"%s\", \"market\": \"%s\", \"options\": {\"tickers\": \"%s\", \"from\": \"%s\", \"to\": \"%s\"}}"
                        .formatted(trial.source().id(), trial.market(), company.ticker(), FROM, TO),
                "/api/v1/data/imports/",
                "import_id");
        assertThat(imported.get("stored").asInt())
                .isEqualTo(company.bars(FROM, TO).size());
        holds(trial, company, TO);
        JsonNode updated = accepted(
                "/api/v1/data/update",
                "{\"market\": \"%s\", \"sources\": [\"%s\"], \"tickers\": [\"%s\"], \"end_date\": \"%s\"}"
                        .formatted(trial.market(), trial.source().id(), company.ticker(), LAST),
                "/api/v1/data/updates/",
                "update_id");
        assertThat(updated.get("stored").asInt())
                .isEqualTo(company.bars(TO.plusDays(1), LAST).size());
        assertThat(updated.get("unchanged").asInt()).isPositive();
        assertThat(updated.get("revised").asInt()).isZero();
        holds(trial, company, LAST);
    }

    private static JsonNode accepted(String path, String request, String work, String name) throws Exception {
        var answer = server.post(path, request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        JsonNode ended = Documents.ended(
                server, work + Documents.parse(answer.body()).get(name).asText());
        assertThat(ended.get("status").asText()).as(ended.toString()).isEqualTo("completed");
        return ended;
    }

    private static void byTheProgram(Trial trial) throws Exception {
        Company company = trial.company(1);
        Outcome imported = user.quant(line(trial, company, "data", "import").split(" "));
        assertThat(imported.exitCode()).as(imported.out() + imported.err()).isZero();
        holds(trial, company, TO);
    }

    private static void inTheShell(Trial trial) throws Exception {
        Company company = trial.company(2);
        Outcome imported = user.shell(line(trial, company, "data:import"));
        assertThat(imported.out()).contains("completed");
        holds(trial, company, TO);
    }

    private static String line(Trial trial, Company company, String... command) {
        return String.join(" ", command)
                + " --source %s --market %s --option tickers=%s --option from=%s --option to=%s"
                        .formatted(trial.source().id(), trial.market(), company.ticker(), FROM, TO);
    }

    private static void holds(Trial trial, Company company, LocalDate to) throws Exception {
        List<Bar> wanted = company.bars(FROM, to);
        assertThat(wanted).isNotEmpty();
        JsonNode bars = Documents.get(
                server,
                "/api/v1/data/ohlcv/%s?market=%s&adjust=none&start_date=%s&end_date=%s"
                        .formatted(company.ticker(), trial.market(), FROM, to));
        assertThat(bars.get("dates")).as(trial.source().id()).hasSize(wanted.size());
        for (int i = 0; i < wanted.size(); i++) {
            Bar bar = wanted.get(i);
            assertThat(bars.get("dates").get(i).asText()).isEqualTo(bar.date().toString());
            assertThat(bars.get("close").get(i).asDouble()).isEqualTo(bar.close());
            assertThat(bars.get("volume").get(i).asLong()).isEqualTo(bar.volume() / trial.lot() * trial.lot());
        }
    }
}
