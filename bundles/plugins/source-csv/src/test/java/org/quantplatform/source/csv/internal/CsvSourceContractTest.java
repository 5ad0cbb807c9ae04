package org.quantplatform.source.csv.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quantplatform.model.Market;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.DataSource;
import org.quantplatform.spi.data.InputFile;
import org.quantplatform.testkit.DataSourceContract;

class CsvSourceContractTest extends DataSourceContract {

    private static final String TEXT =
            "date,ticker,close\n2020-01-01,A,1\n2020-01-02,A,2\n2020-01-03,A,3\n2020-01-06,A,4\n";

    @Override
    protected DataSource source() {
        return new CsvSource();
    }

    @Override
    protected DataRequest request() {
        InputFile file = new InputFile() {
            @Override
            public String name() {
                return "a.csv";
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8));
            }
        };
        return new DataRequest(
                Set.of(DataKind.DAILY_BARS),
                Set.of(Market.US),
                List.of("A"),
                LocalDate.of(2020, 1, 2),
                LocalDate.of(2020, 1, 3),
                Map.of(),
                List.of(file));
    }
}
