package org.quantplatform.fakes.yfinance;

import java.util.Optional;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.Country;
import org.quantplatform.fakes.World;

/** Companies by the provider's symbols: a suffix names the exchange, the United States have none. */
final class Symbols {

    private final World us;
    private final World kr;
    private final World cn;

    Symbols(int companies) {
        this.us = World.of(Country.US, companies);
        this.kr = World.of(Country.KR, companies);
        this.cn = World.of(Country.CN, companies);
    }

    Optional<Company> find(String symbol) {
        int dot = symbol.lastIndexOf('.');
        if (dot < 0) {
            return us.find(symbol);
        }
        String ticker = symbol.substring(0, dot);
        return switch (symbol.substring(dot)) {
            case ".KS" -> kr.find(ticker).filter(company -> company.exchange().equals("XKRX"));
            case ".KQ" -> kr.find(ticker).filter(company -> company.exchange().equals("XKOS"));
            case ".SS" -> cn.find(ticker).filter(company -> company.exchange().equals("XSHG"));
            case ".SZ" -> cn.find(ticker).filter(company -> company.exchange().equals("XSHE"));
            default -> Optional.empty();
        };
    }

    static String exchange(Company company) {
        return switch (company.exchange()) {
            case "XNAS" -> "NMS";
            case "XNYS" -> "NYQ";
            case "XKRX" -> "KSC";
            case "XKOS" -> "KOE";
            case "XSHG" -> "SHH";
            default -> "SHZ";
        };
    }
}
