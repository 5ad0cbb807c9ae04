package org.quantplatform.fakes;

import java.util.List;

/** Tickers and names that no real company bears. */
final class Names {

    private static final List<String> SECTORS = List.of(
            "Energy", "Materials", "Industrials", "Consumer Staples", "Health Care", "Financials", "Technology");
    private static final List<String> WORDS =
            List.of("Imaginary", "Fictional", "Pretended", "Invented", "Supposed", "Fabled", "Dreamt", "Unreal");
    private static final int LETTERS = 26;

    private Names() {}

    /** US: QZAA, QZAB …; KR: 980010, 980020 …; CN: 608001, 608002 … in Shanghai and 008001 … in Shenzhen. */
    static String ticker(Country country, int number) {
        return switch (country) {
            case US -> "QZ" + letters(number);
            case KR -> String.valueOf(980_010 + 10 * number);
            case CN -> number % 2 == 0 ? String.valueOf(608_001 + number / 2) : "00" + (8_001 + number / 2);
        };
    }

    private static String letters(int number) {
        String tail = "";
        int rest = number;
        for (int i = 0; i < 2 || rest > 0; i++) {
            tail = (char) ('A' + rest % LETTERS) + tail;
            rest /= LETTERS;
        }
        return tail;
    }

    static String company(Country country, int number) {
        return WORDS.get(number % WORDS.size()) + " " + SECTORS.get(number % SECTORS.size()) + " " + country + number;
    }

    static String exchange(Country country, int number) {
        return switch (country) {
            case US -> number % 2 == 0 ? "XNYS" : "XNAS";
            case KR -> number % 4 == 3 ? "XKOS" : "XKRX";
            case CN -> number % 2 == 0 ? "XSHG" : "XSHE";
        };
    }

    static String sector(int number) {
        return SECTORS.get(number % SECTORS.size());
    }
}
