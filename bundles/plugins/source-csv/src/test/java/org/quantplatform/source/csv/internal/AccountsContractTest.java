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

class AccountsContractTest extends DataSourceContract {

    private static final String TEXT = "ticker,item,period_end,published,value\n"
            + "A,revenue,2019-12-31,2020-01-20,1\nA,revenue,2020-03-31,2020-04-20,2\nB,revenue,2020-03-31,2020-04-21,3\n";

    @Override
    protected DataSource source() {
        return new CsvSource();
    }

    @Override
    protected DataRequest request() {
        InputFile file = new InputFile() {
            @Override
            public String name() {
                return "accounts.csv";
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8));
            }
        };
        return new DataRequest(
                Set.of(DataKind.FUNDAMENTALS),
                Set.of(Market.US),
                List.of("A"),
                LocalDate.of(2020, 2, 1),
                null,
                Map.of("kind", "fundamentals"),
                List.of(file));
    }
}
