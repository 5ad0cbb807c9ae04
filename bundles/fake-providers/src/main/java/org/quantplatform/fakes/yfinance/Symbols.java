package org.quantplatform.fakes.yfinance;

import java.util.Optional;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.Country;
import org.quantplatform.fakes.World;

/** Companies by the provider's symbols: a suffix names the exchange, the United States have none. */
final class Symbols {

    private final int companies;

    /** @param companies in each country; they are made up when one is first asked for */
    Symbols(int companies) {
        this.companies = companies;
    }

    private Optional<Company> find(Country country, String ticker) {
        return World.of(country, companies).find(ticker);
    }

    Optional<Company> find(String symbol) {
        int dot = symbol.lastIndexOf('.');
        if (dot < 0) {
            return find(Country.US, symbol);
        }
        String ticker = symbol.substring(0, dot);
        return switch (symbol.substring(dot)) {
            case ".KS" ->
                find(Country.KR, ticker).filter(company -> company.exchange().equals("XKRX"));
            case ".KQ" ->
                find(Country.KR, ticker).filter(company -> company.exchange().equals("XKOS"));
            case ".SS" ->
                find(Country.CN, ticker).filter(company -> company.exchange().equals("XSHG"));
            case ".SZ" ->
                find(Country.CN, ticker).filter(company -> company.exchange().equals("XSHE"));
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
