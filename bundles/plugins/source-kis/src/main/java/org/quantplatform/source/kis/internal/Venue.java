package org.quantplatform.source.kis.internal;

import java.time.Clock;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.Asked;

/** Where the provider quotes, as it calls it. */
enum Venue {
    /** Its after-market, whose trades may count, ends at 20:00. */
    KOSPI("J", Market.KR, "XKRX", "kospi_code.mst", LocalTime.of(20, 30)),
    KOSDAQ("J", Market.KR, "XKOS", "kosdaq_code.mst", LocalTime.of(20, 30)),
    NEW_YORK("NYS", Market.US, "XNYS", "nysmst.cod", LocalTime.of(17, 0)),
    NASDAQ("NAS", Market.US, "XNAS", "nasmst.cod", LocalTime.of(17, 0)),
    AMERICAN("AMS", Market.US, "XASE", "amsmst.cod", LocalTime.of(17, 0)),
    HONG_KONG("HKS", Market.HK, "XHKG", "hksmst.cod", LocalTime.of(16, 45)),
    TOKYO("TSE", Market.JP, "XTKS", "tsemst.cod", LocalTime.of(16, 15)),
    SHANGHAI("SHS", Market.CN, "XSHG", "shsmst.cod", LocalTime.of(15, 45)),
    SHENZHEN("SZS", Market.CN, "XSHE", "szsmst.cod", LocalTime.of(15, 45)),
    HO_CHI_MINH("HSX", Market.VN, "XSTC", "hsxmst.cod", LocalTime.of(15, 45)),
    HANOI("HNX", Market.VN, "HSTC", "hnxmst.cod", LocalTime.of(15, 45));

    private final String code;
    private final Market market;
    private final String exchange;
    private final String file;
    private final LocalTime settled;

    Venue(String code, Market market, String exchange, String file, LocalTime settled) {
        this.code = code;
        this.market = market;
        this.exchange = exchange;
        this.file = file;
        this.settled = settled;
    }

    static List<Venue> of(Market market) {
        return Arrays.stream(values()).filter(venue -> venue.market == market).toList();
    }

    /** In requests. */
    String code() {
        return code;
    }

    Market market() {
        return market;
    }

    /** ISO 10383 code. */
    String exchange() {
        return exchange;
    }

    /** Name of the file that lists its instruments. */
    String file() {
        return file;
    }

    boolean domestic() {
        return market == Market.KR;
    }

    /** Local time from which its bar of a day changes no more; before that the provider shows what it has so far. */
    LocalTime settled() {
        return settled;
    }

    Asked.Closing closing(Clock clock) {
        return new Asked.Closing(market, settled, clock);
    }
}
