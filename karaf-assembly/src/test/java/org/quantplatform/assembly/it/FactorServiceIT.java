package org.quantplatform.assembly.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scores of factors, from the computation over a change of the data to the next one. */
class FactorServiceIT {

    private static final String OPTIONS =
            """
            {"source": "csv", "market": "JP", "exchange": "XTKS", "currency": "JPY", "timeframe": "1d",
             "price_basis": "split", "layout": "long"}""";

    @Test
    void keptScoresFollowTheData(@TempDir Path folder) throws Exception {
        QuantServer server = SharedServer.get();
        load(server, folder, "2020-03-02", "2020-03-03", "2020-03-04");
        HttpResponse<String> accepted = server.post(
                "/api/v1/factors/momentum/scores",
                "{\"parameters\": {\"lookback\": 2, \"skip\": 0}, \"universe\": {\"market\": \"JP\"}, \"keep\": true}");
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String id = Documents.parse(accepted.body()).get("scores_id").asText();
        String set = "/api/v1/factors/momentum/score-sets/" + id;
        JsonNode stored = Documents.ended(server, set).get("stored");
        assertThat(stored.get("first_date").asText()).isEqualTo("2020-03-04");
        assertThat(stored.get("last_date").asText()).isEqualTo("2020-03-04");

        load(server, folder, "2020-03-05");
        Deadline.await("the scores follow the import", Duration.ofSeconds(60), () -> Documents.get(server, set)
                .at("/stored/last_date")
                .asText()
                .equals("2020-03-05"));
        JsonNode day = Documents.get(server, "/api/v1/factors/momentum/scores?market=JP&date=2020-03-31");
        assertThat(day.get("scores_id").asText()).isEqualTo(id);
        assertThat(day.get("date").asText()).isEqualTo("2020-03-05");
        assertThat(day.get("tickers").toString()).isEqualTo("[\"0001\",\"0002\"]");
        assertThat(day.at("/scores/0").asDouble()).isEqualTo(105.0 / 103 - 1);
        assertThat(day.at("/percentiles/1").asDouble()).isEqualTo(0.5);
    }

    /** The first stock rises by 1 a day from the second of March on, the other one stays. */
    private static void load(QuantServer server, Path folder, String... dates) throws Exception {
        StringBuilder rows = new StringBuilder("ticker,date,open,high,low,close,volume\n");
        for (String date : dates) {
            int price = 100 + Integer.parseInt(date.substring(8));
            rows.append("0001,%s,%d,%d,%d,%d,1000%n".formatted(date, price, price, price, price));
            rows.append("0002,%s,50,50,50,50,1000%n".formatted(date));
        }
        Path file = Files.writeString(folder.resolve(dates[0] + ".csv"), rows);
        assertThat(Documents.importFiles(server, OPTIONS, List.of(file))
                        .get("refused")
                        .asLong())
                .isZero();
    }
}
