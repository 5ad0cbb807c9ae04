package org.quantplatform.source.demo.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Market;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.data.Capabilities;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.DataSink;
import org.quantplatform.spi.data.DataSource;

/**
 * A synthetic market to try the platform on: 320 companies of eleven sectors in Korea, the United States and China, ten
 * years of daily bars, splits, dividends, delistings and quarterly accounts. Every run gives the same numbers. It takes
 * no options.
 */
@Component(service = DataSource.class)
@Plugin(
        id = "demo",
        title = "Synthetic demo market",
        tags = {"synthetic"})
public final class DemoSource implements DataSource {

    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2024, 12, 31);

    @Override
    public Capabilities capabilities() {
        Set<Market> markets = Arrays.stream(Place.values()).map(p -> p.market).collect(Collectors.toSet());
        return new Capabilities(markets, Set.of(DataKind.values()), false, true);
    }

    @Override
    public void fetch(DataRequest request, DataSink sink) {
        if (!request.options().isEmpty()) {
            throw new PluginException("unknown option '"
                    + new TreeSet<>(request.options().keySet()).first() + "'; the demo market takes none");
        }
        for (Place place : Place.values()) {
            if (request.markets().contains(place.market)) {
                play(place, request, sink);
            }
        }
    }

    private static void play(Place place, DataRequest request, DataSink sink) {
        List<LocalDate> days = FIRST.datesUntil(LAST.plusDays(1))
                .filter(day -> sink.isSession(place.market, day))
                .toList();
        Weather weather = new Weather(place, days);
        Delivery delivery = new Delivery(request, place.market, sink);
        for (int number = 0; number < place.companies && !sink.cancelled(); number++) {
            Dice dice = Dice.of(place.ordinal(), number);
            Company company = Company.of(place, number, days.size(), dice);
            if (request.tickers().isEmpty() || request.tickers().contains(company.ticker())) {
                new Life(company, weather, dice, delivery).play();
            }
        }
    }
}
