package org.quantplatform.source.csv.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quantplatform.spi.PluginException;

class CsvSourceTest {

    private static final Map<String, String> NONE = Map.of();
    private static final String HEADER = "date,ticker,open,high,low,close,volume\n";

    @Test
    void readsRowsByNameOfColumn() throws IOException {
        Collected read =
                Collected.from("Volume,CLOSE,low,High,open,Ticker,Date\n1.2E6,4,2,5,3,AAPL,2020-01-02\n", NONE);
        assertThat(read.bars).containsExactly("2 AAPL 2020-01-02 3.0 5.0 2.0 4.0 1200000.0");
    }

    @Test
    void mapsColumnsThatAreNamedOtherwise() throws IOException {
        Collected read = Collected.from(
                "d,name,px\n2020-01-02,AAPL,4.5\n",
                Map.of("columns.date", "d", "columns.ticker", "name", "columns.close", "PX"));
        assertThat(read.bars).containsExactly("2 AAPL 2020-01-02 NaN NaN NaN 4.5 NaN");
    }

    @Test
    void understandsByteOrderMarkQuotesAndCarriageReturns() throws IOException {
        Collected read = Collected.from(
                "\uFEFF\"date\",\"ticker\",\"close\"\r\n\"2020-01-02\",\"A \"\"B\"\", C\",\"7\"\r\n\r\n2020-01-03,D,8",
                NONE);
        assertThat(read.bars)
                .containsExactly("2 A \"B\", C 2020-01-02 NaN NaN NaN 7.0 NaN", "4 D 2020-01-03 NaN NaN NaN 8.0 NaN");
    }

    @Test
    void understandsOldLineEndsAndLineBreaksInQuotes() throws IOException {
        Collected read = Collected.from("date,ticker,close\r2020-01-02,\"A\nB\",7\r2020-01-03,C,8\r", NONE);
        assertThat(read.bars)
                .containsExactly("2 A\nB 2020-01-02 NaN NaN NaN 7.0 NaN", "4 C 2020-01-03 NaN NaN NaN 8.0 NaN");
    }

    @Test
    void findsTheDelimiterOrTakesTheGivenOne() throws IOException {
        assertThat(Collected.from("date;ticker;close\n2020-01-02;A;7\n", NONE).bars)
                .hasSize(1);
        assertThat(Collected.from("date\tticker\tclose\n2020-01-02\tA\t7\n", NONE).bars)
                .hasSize(1);
        assertThat(Collected.from("date|ticker|close\n2020-01-02|A|7\n", Map.of("delimiter", "|")).bars)
                .hasSize(1);
    }

    @Test
    void readsTextInAnotherCharset() throws IOException {
        byte[] text = "날짜,종목,종가\n2020-01-02,A,7\n".getBytes(Charset.forName("EUC-KR"));
        var options = Map.of("charset", "EUC-KR", "columns.date", "날짜", "columns.ticker", "종목", "columns.close", "종가");
        assertThat(Collected.from(text, options, Integer.MAX_VALUE).bars).hasSize(1);
    }

    @Test
    void refusesBytesThatAreNoTextOfTheCharset() {
        byte[] text = "date,ticker,close\n2020-01-02,\u00c4B,7\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Collected.from(text, NONE, Integer.MAX_VALUE))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("is not in UTF-8: state its charset");
    }

    @Test
    void takesNaForMissingInNumbersOnly() throws IOException {
        Collected read = Collected.from(HEADER + "2020-01-02,NA,NA,n/a,NaN,4,null\n2020-01-02,NAN,,,,4,\n", NONE);
        assertThat(read.bars)
                .containsExactly("2 NA 2020-01-02 NaN NaN NaN 4.0 NaN", "3 NAN 2020-01-02 NaN NaN NaN 4.0 NaN");
    }

    @Test
    void leavesTheJudgementToTheSink() throws IOException {
        Collected read = Collected.from(HEADER + "2020-01-02,,1,1,1,1,1\n2020-01-04,A,1,1,1,-5,0\n", NONE);
        assertThat(read.bars).hasSize(2);
        assertThat(read.refused).isEmpty();
    }

    @Test
    void refusesWhatItCannotRead() throws IOException {
        Collected read = Collected.from(
                HEADER
                        + "2020-02-30,A,1,1,1,1,1\n"
                        + "2020-01-02,A,1,1,1,1 USD,1\n"
                        + "2020-01-02,A,1,1,1\n"
                        + "2020-01-02,A,1,1,1,1,1,extra\n"
                        + "yesterday,,1,1,1,1,1\n"
                        + "2020-01-02,B,1,1,1,1,1,\n"
                        + "2020-01-02,\"A,1,1,1,1,1\n",
                NONE);
        assertThat(read.refused)
                .containsExactly(
                        "2|A|2020-02-30|unknown date",
                        "3|A|2020-01-02|unreadable close",
                        "4|||5 columns instead of 7",
                        "5|||8 columns instead of 7",
                        "6||yesterday|no ticker",
                        "8|||quote that is not closed");
        assertThat(read.bars).hasSize(1);
    }

    @Test
    void readsDatesByPattern() throws IOException {
        Collected read = Collected.from(
                "date,ticker,close\n31/01/2020,A,1\n30/02/2020,A,1\n", Map.of("date_format", "dd/MM/yyyy"));
        assertThat(read.bars).containsExactly("2 A 2020-01-31 NaN NaN NaN 1.0 NaN");
        assertThat(read.refused).containsExactly("3|A|30/02/2020|unknown date");
    }

    @Test
    void takesAMidnightForItsDay() throws IOException {
        Collected read =
                Collected.from("date,ticker,close\n2020-01-02 00:00:00-05:00,A,1\n2020-01-02T09:30:00,A,1\n", NONE);
        assertThat(read.bars).hasSize(1);
        assertThat(read.refused).hasSize(1);
    }

    @Test
    void givesAFileOfOneInstrumentItsTicker() throws IOException {
        Collected read = Collected.from("date,close\n2004-08-19,100\n", Map.of("ticker", "GOOG"));
        assertThat(read.bars).containsExactly("2 GOOG 2004-08-19 NaN NaN NaN 100.0 NaN");
    }

    @Test
    void readsAColumnPerTicker() throws IOException {
        Collected read =
                Collected.from(",GOOG,NA\n2020-01-02,1.5,\n2020-01-03,x,2.5\nnever,1,2\n", Map.of("layout", "wide"));
        assertThat(read.bars)
                .containsExactly("2 GOOG 2020-01-02 NaN NaN NaN 1.5 NaN", "3 NA 2020-01-03 NaN NaN NaN 2.5 NaN");
        assertThat(read.refused).containsExactly("3|GOOG|2020-01-03|unreadable close", "4||never|unknown date");
    }

    @Test
    void unusableTickersAreNotNamed() throws IOException {
        Collected read = Collected.from(
                "date,ticker,close\n2020-01-02,\"A\nB\",1\n2020-01-02," + "C".repeat(33) + ",1\n",
                Map.of("exchange", "XNAS"));
        assertThat(read.instruments).isEmpty();
    }

    @Test
    void namesInstrumentsOfAnotherExchangeOrCurrency() throws IOException {
        Collected read =
                Collected.from("date,ticker,close\n2020-01-02,A,1\n2020-01-03,A,1\n", Map.of("exchange", "XNAS"));
        assertThat(read.instruments).singleElement().satisfies(i -> assertThat(i.exchange())
                .isEqualTo("XNAS"));
    }

    @Test
    void namesTheMissingColumnAndThoseThatAreThere() {
        assertThatThrownBy(() -> Collected.from("date,name,close\n", NONE))
                .isInstanceOf(PluginException.class)
                .hasMessage("columns.ticker: prices.csv has no column 'ticker'; it has date, name, close");
        assertThatThrownBy(() -> Collected.from("date,ticker,close\n", Map.of("columns.volume", "vol")))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("columns.volume");
    }

    @Test
    void refusesOptionsThatItDoesNotKnow() {
        for (var option : Map.of(
                        "columns.price",
                        "x",
                        "sheet",
                        "1",
                        "layout",
                        "tall",
                        "delimiter",
                        ";;",
                        "charset",
                        "none",
                        "date_format",
                        "QQQQQQQ")
                .entrySet()) {
            assertThatThrownBy(() -> Collected.from(HEADER, Map.of(option.getKey(), option.getValue())))
                    .isInstanceOf(PluginException.class)
                    .hasMessageContaining(option.getKey());
        }
        assertThatThrownBy(() -> Collected.from("date,A\n", Map.of("layout", "wide", "field", "open")))
                .isInstanceOf(PluginException.class)
                .hasMessageStartingWith("field:");
    }

    @Test
    void refusesEmptyFilesRepeatedColumnsAndEndlessLines() {
        assertThatThrownBy(() -> Collected.from("", NONE)).hasMessageContaining("is empty");
        assertThatThrownBy(() -> Collected.from("date,ticker,close,Close\n", NONE))
                .hasMessageContaining("is there twice");
        String endless = HEADER + "x".repeat(70_000);
        assertThatThrownBy(() -> Collected.from(endless, NONE)).hasMessageContaining("line 2 has more than 65536");
        String quote = HEADER + "\"" + "x\n".repeat(70_000);
        assertThatThrownBy(() -> Collected.from(quote, NONE)).hasMessageContaining("more than 65536");
    }

    @Test
    void stopsWhenCancelled() throws IOException {
        String rows = "2020-01-02,A,1,1,1,1,1\n".repeat(20_000);
        Collected read = Collected.from((HEADER + rows).getBytes(), NONE, 1);
        assertThat(read.bars).hasSizeLessThan(5_000);
    }
}
