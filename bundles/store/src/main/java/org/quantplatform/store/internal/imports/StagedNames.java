package org.quantplatform.store.internal.imports;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.store.internal.sql.CopyWriter;
import org.quantplatform.store.internal.sql.Session;

/** The instruments that an import names, numbered in order of appearance so that its bars need not repeat the names. */
final class StagedNames {

    static final String TABLE =
            """
            create temp table staged_names (
                no integer primary key, market varchar(8) collate "C" not null,
                ticker varchar(32) collate "C" not null,
                exchange text not null, currency text not null,
                named boolean not null, name text, asset_type text, sector text, listed date, delisted date,
                synthetic boolean not null, has_bars boolean not null, first_day date, last_day date,
                instrument_id integer, direct_id integer) on commit drop""";

    private final Map<Market, Map<String, Name>> byTicker = new EnumMap<>(Market.class);
    private final List<Name> all = new ArrayList<>();
    private @Nullable Name latest;
    private boolean repeats;

    /** An instrument by name, with what the import says of it. */
    private static final class Name {

        private final int number;
        private final Market market;
        private final String ticker;
        private @Nullable Instrument instrument;
        private boolean hasBars;
        private int firstDay = Integer.MAX_VALUE;
        private int lastDay = Integer.MIN_VALUE;

        private Name(int number, Market market, String ticker) {
            this.number = number;
            this.market = market;
            this.ticker = ticker;
        }
    }

    /** Number of the instrument; notes that it has a bar on this day. */
    int bar(Market market, String ticker, int epochDay) {
        Name name = name(market, ticker);
        // bars mostly come in order of time: only one that does not can be a repetition
        repeats |= name.hasBars && epochDay <= name.lastDay;
        name.hasBars = true;
        name.firstDay = Math.min(name.firstDay, epochDay);
        name.lastDay = Math.max(name.lastDay, epochDay);
        return name.number;
    }

    int number(Market market, String ticker) {
        return name(market, ticker).number;
    }

    void describe(Instrument instrument) {
        name(instrument.market(), instrument.ticker()).instrument = instrument;
    }

    /** Whether two bars may stand for the same instrument and day. */
    boolean mayRepeat() {
        return repeats;
    }

    int size() {
        return all.size();
    }

    /** In order of their names. */
    Set<Market> markets() {
        return new TreeSet<>(byTicker.keySet());
    }

    /** Fills {@link #TABLE}. */
    void write(Session session, DirectBars direct) throws SQLException {
        CopyWriter copy = new CopyWriter(
                session,
                "staged_names (no, market, ticker, exchange, currency, named, name, asset_type, sector, listed,"
                        + " delisted, synthetic, has_bars, first_day, last_day, direct_id)");
        for (Name name : all) {
            write(copy.row(16), name);
            id(copy, direct.id(name.number));
        }
        copy.finish();
    }

    private static void write(CopyWriter row, Name name) throws SQLException {
        Instrument known = name.instrument;
        Instrument stated = known != null
                ? known
                : Instrument.unknownStock(name.market, name.ticker, name.market.exchange(), name.market.currency());
        row.number(name.number)
                .text(name.market.name())
                .text(name.ticker)
                .text(stated.exchange())
                .text(stated.currency())
                .flag(known != null)
                .text(stated.name())
                .text(stated.type().name().toLowerCase(Locale.ROOT))
                .text(stated.sector())
                .date(stated.listed())
                .date(stated.delisted())
                .flag(stated.synthetic())
                .flag(name.hasBars);
        if (name.hasBars) {
            row.date(name.firstDay).date(name.lastDay);
            return;
        }
        row.date(null).date(null);
    }

    private static void id(CopyWriter row, int id) {
        if (id == DirectBars.NO_ID) {
            row.absent();
        } else {
            row.number(id);
        }
    }

    private Name name(Market market, String ticker) {
        Name last = latest;
        if (last != null && last.market == market && last.ticker.equals(ticker)) {
            return last;
        }
        Name found =
                byTicker.computeIfAbsent(market, m -> new HashMap<>()).computeIfAbsent(ticker, t -> add(market, t));
        latest = found;
        return found;
    }

    private Name add(Market market, String ticker) {
        Name name = new Name(all.size(), market, ticker);
        all.add(name);
        return name;
    }
}
