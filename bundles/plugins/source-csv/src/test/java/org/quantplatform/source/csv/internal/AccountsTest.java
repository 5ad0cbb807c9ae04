package org.quantplatform.source.csv.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quantplatform.spi.PluginException;

class AccountsTest {

    private static final String HEADER = "ticker,item,period_end,published,value\n";
    private static final Map<String, String> LONG = Map.of("kind", "fundamentals");
    private static final Map<String, String> WIDE = Map.of("kind", "fundamentals", "layout", "wide");

    @Test
    void readsARowPerItem() throws IOException {
        Collected read = Collected.from(
                HEADER + "A,net_income,2019-12-31,2020-02-10,-5e6\nA,revenue,2019-12-31,2020-02-10,1.5\n", LONG);
        assertThat(read.facts)
                .containsExactly(
                        "2 A net_income 2019-12-31 2020-02-10 -5000000.0", "3 A revenue 2019-12-31 2020-02-10 1.5");
        assertThat(read.refused).isEmpty();
    }

    @Test
    void refusesRowsWithoutDateOrValue() throws IOException {
        Collected read = Collected.from(
                HEADER + "A,revenue,2019-13-31,2020-02-10,1\n"
                        + "A,revenue,2019-12-31,soon,1\n"
                        + "A,revenue,2019-12-31,2019-12-30,1\n"
                        + "A,revenue,2019-12-31,2020-02-10,\n"
                        + "A,revenue,2019-12-31,2020-02-10,Infinity\n"
                        + "A,revenue,2019-12-31\n",
                LONG);
        assertThat(read.facts).isEmpty();
        assertThat(read.refused)
                .containsExactly(
                        "2|A|2019-13-31|unknown date",
                        "3|A|soon|unknown date",
                        "4|A|2019-12-30|published before its period ended",
                        "5|A|2020-02-10|no value",
                        "6|A|2020-02-10|unreadable value",
                        "7|||3 columns instead of 5");
    }

    @Test
    void readsAColumnPerItem() throws IOException {
        Collected read = Collected.from(
                "symbol,period_end,published,Revenue,EBITDA\nA,2019-12-31,2020-02-10,7,\nB,2019-12-31,2020-02-11,x,N/A\n",
                WIDE);
        assertThat(read.facts).containsExactly("2 A revenue 2019-12-31 2020-02-10 7.0");
        assertThat(read.refused).containsExactly("3|B|2020-02-11|unreadable revenue");
    }

    @Test
    void readsOnlyTheColumnsThatAreNamed() throws IOException {
        Collected read = Collected.from(
                "Date,Ticker,Price,Revenue,Gross Profit\n2007-07-11 05:59:28,ctas,33.5,3650000000.0,1450000000.0\n",
                Map.of(
                        "kind", "fundamentals",
                        "layout", "wide",
                        "date_format", "yyyy-MM-dd HH:mm:ss",
                        "columns.period_end", "Date",
                        "columns.published", "Date",
                        "columns.revenue_ttm", "Revenue"));
        assertThat(read.facts).containsExactly("2 ctas revenue_ttm 2007-07-11 2007-07-11 3.65E9");
    }

    @Test
    void namesTheColumnThatIsMissing() {
        assertThatThrownBy(() -> Collected.from("ticker,item,published,value\n", LONG))
                .isInstanceOf(PluginException.class)
                .hasMessageStartingWith("columns.period_end: prices.csv has no column 'period_end'");
        assertThatThrownBy(() -> Collected.from("ticker,period_end,published,a,a\n", WIDE))
                .hasMessageContaining("column 'a' is there twice");
        assertThatThrownBy(() -> Collected.from("ticker,period_end,published,Trailing P/E\n", WIDE))
                .hasMessageStartingWith("prices.csv: column 'Trailing P/E' is no name of an item; name the columns");
        assertThatThrownBy(() -> Collected.from(HEADER, Map.of("kind", "news")))
                .hasMessage("kind: must be bars, fundamentals, actions or index, was 'news'");
    }
}
