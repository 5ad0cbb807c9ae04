package org.quantplatform.fakes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * An invented market, the same each time, from 2015 on. In each ten companies the first pays dividends, number 1 pays and
 * was split 1:4 on 2020-08-31 and consolidated 2:1 on 2024-06-10, number 2 was delisted after 2023-06-09, number 3 is
 * listed since 2022-03-14, number 4 does not trade on some days, and the others are plain. Of each
 * twenty in Korea number 10 declares its dividends after their ex-dates.
 */
public final class World {

    private static final Map<String, World> KNOWN = new ConcurrentHashMap<>();

    private final Country country;
    private final Map<String, Company> companies = new LinkedHashMap<>();

    private World(Country country, int companies) {
        this.country = country;
        IntStream.range(0, companies)
                .parallel()
                .mapToObj(number -> new Biography(country, number).told())
                .toList()
                .forEach(company -> this.companies.put(company.ticker(), company));
    }

    /** @param companies how many there are */
    public static World of(Country country, int companies) {
        return KNOWN.computeIfAbsent(country + ":" + companies, key -> new World(country, companies));
    }

    public Country country() {
        return country;
    }

    public List<Company> companies() {
        return List.copyOf(companies.values());
    }

    public Company company(int number) {
        return companies().get(number);
    }

    /** Tickers are case-sensitive. */
    public Optional<Company> find(String ticker) {
        return Optional.ofNullable(companies.get(ticker));
    }
}
