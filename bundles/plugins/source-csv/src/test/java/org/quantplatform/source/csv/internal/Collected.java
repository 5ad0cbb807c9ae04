package org.quantplatform.source.csv.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Fundamental;
import org.quantplatform.model.IndexMember;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.Rename;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.DataSink;
import org.quantplatform.spi.data.InputFile;

/** Keeps everything that a source delivers, as lines of text. */
final class Collected implements DataSink {

    final List<String> bars = new ArrayList<>();
    final List<String> facts = new ArrayList<>();
    final List<String> events = new ArrayList<>();
    final List<String> refused = new ArrayList<>();
    final List<Instrument> instruments = new ArrayList<>();
    private final int cancelAfter;

    private Collected(int cancelAfter) {
        this.cancelAfter = cancelAfter;
    }

    static Collected from(String text, Map<String, String> options) throws IOException {
        return from(text.getBytes(StandardCharsets.UTF_8), options, Integer.MAX_VALUE);
    }

    static Collected from(byte[] text, Map<String, String> options, int cancelAfter) throws IOException {
        return from("prices.csv", text, options, cancelAfter);
    }

    static Collected from(String name, byte[] text, Map<String, String> options, int cancelAfter) throws IOException {
        Collected collected = new Collected(cancelAfter);
        var request = new DataRequest(
                Set.of(DataKind.values()),
                Set.of(Market.US),
                List.of(),
                null,
                null,
                options,
                List.of(file(name, text)));
        new CsvSource().fetch(request, collected);
        return collected;
    }

    private static InputFile file(String named, byte[] text) {
        return new InputFile() {
            @Override
            public String name() {
                return named;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(text);
            }
        };
    }

    @Override
    public void instrument(Instrument instrument) {
        instruments.add(instrument);
    }

    @Override
    public void bar(long line, Market market, String ticker, LocalDate date, BarValues v) {
        bars.add(line + " " + ticker + " " + date + " " + v.open() + " " + v.high() + " " + v.low() + " " + v.close()
                + " " + v.volume());
    }

    @Override
    public void action(long line, CorporateAction action) {
        events.add(line + " " + action.ticker() + " " + action.exDate() + " " + action.kind() + " " + action.value());
    }

    @Override
    public void rename(long line, Rename rename) {
        events.add(line + " " + rename.ticker() + " " + rename.date() + " to " + rename.newTicker());
    }

    @Override
    public void member(long line, IndexMember member) {
        events.add(line + " " + member.index() + " " + member.ticker() + " " + member.from() + " " + member.to());
    }

    @Override
    public void fundamental(long line, Fundamental f) {
        facts.add(
                line + " " + f.ticker() + " " + f.item() + " " + f.periodEnd() + " " + f.published() + " " + f.value());
    }

    @Override
    public void refuse(long line, String ticker, String date, String reason) {
        refused.add(line + "|" + ticker + "|" + date + "|" + reason);
    }

    @Override
    public boolean isSession(Market market, LocalDate date) {
        return true;
    }

    @Override
    public boolean cancelled() {
        return bars.size() >= cancelAfter;
    }
}
