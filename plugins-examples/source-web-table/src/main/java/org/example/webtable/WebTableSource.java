package org.example.webtable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Market;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.data.Capabilities;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.DataSink;
import org.quantplatform.spi.data.DataSink.BarValues;
import org.quantplatform.spi.data.DataSource;

/** Daily bars of one market from a table on the web: ticker,date,open,high,low,close,volume, a line each. */
@Plugin(id = "web-table", title = "Table on the web")
@Component(configurationPid = "org.example.webtable")
public final class WebTableSource implements DataSource {

    /** What stands in etc/org.example.webtable.cfg; the address is the administrator's to choose, not the caller's. */
    public @interface Settings {
        String address() default "http://127.0.0.1:8080/bars.csv";

        String market() default "JP";
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;
    private final Market market;

    @Activate
    public WebTableSource(Settings settings) {
        this(URI.create(settings.address()), Market.valueOf(settings.market()));
    }

    WebTableSource(URI address, Market market) {
        this.address = address;
        this.market = market;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(Set.of(market), Set.of(DataKind.DAILY_BARS), false, false);
    }

    @Override
    public void fetch(DataRequest request, DataSink sink) throws IOException {
        if (!request.options().isEmpty()) {
            throw new PluginException("web-table takes no options");
        }
        HttpRequest get =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).build();
        try {
            var answer = client.send(get, HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new IOException("HTTP status " + answer.statusCode());
            }
            try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                long number = 1;
                for (String line = lines.readLine(); line != null && !sink.cancelled(); line = lines.readLine()) {
                    row(number++, line.split(","), request, sink);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void row(long line, String[] cells, DataRequest request, DataSink sink) {
        try {
            LocalDate date = LocalDate.parse(cells[1]);
            boolean wanted = (request.tickers().isEmpty() || request.tickers().contains(cells[0]))
                    && (request.from() == null || !date.isBefore(request.from()))
                    && (request.to() == null || !date.isAfter(request.to()));
            if (wanted) {
                sink.bar(line, market, cells[0], date, values(cells));
            }
        } catch (RuntimeException e) {
            sink.refuse(line, cells[0], cells.length > 1 ? cells[1] : "", "cannot be read");
        }
    }

    private static BarValues values(String[] cells) {
        double[] numbers = new double[5];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Double.parseDouble(cells[2 + i]);
        }
        return new BarValues(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
    }
}
