package org.quantplatform.assembly.bench;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quantplatform.assembly.it.QuantServer;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.Country;
import org.quantplatform.fakes.World;
import org.quantplatform.fakes.polygon.PolygonProvider;

/** A provider on this machine, without a limit of requests, and the shares that the server is to ask it for. */
final class Provider implements AutoCloseable {

    private final PolygonProvider provider;
    private final List<String> tickers;

    /** @param shares that trade on these days; there are some more that do not */
    Provider(int shares, List<LocalDate> days) {
        World world = World.of(Country.US, shares + shares / 4);
        this.tickers = world.companies().stream()
                .filter(company ->
                        days.stream().allMatch(day -> company.bar(day).isPresent()))
                .limit(shares)
                .map(Company::ticker)
                .toList();
        this.provider = new PolygonProvider(0, world, Clock.systemUTC());
        provider.start();
    }

    /** Of a server that is to ask this provider. */
    Map<String, String> environment() {
        return Map.of(
                "QUANT_SOURCE_POLYGON_MAIN_ADDRESS", provider.address().toString(),
                "QUANT_SOURCE_POLYGON_MAIN_REQUESTS_PER_MINUTE", "0");
    }

    /** Gives the server its key. */
    void register(QuantServer server) throws Exception {
        HttpResponse<String> stored =
                server.put("/api/v1/admin/secrets/polygon", "{\"value\": \"" + PolygonProvider.KEY + "\"}");
        if (stored.statusCode() > 204) {
            throw new IllegalStateException(stored.body());
        }
    }

    int shares() {
        return tickers.size();
    }

    /** As elements of a JSON array. */
    String tickers() {
        return tickers.stream().map(ticker -> '"' + ticker + '"').collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        provider.close();
    }
}
