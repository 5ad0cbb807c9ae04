package org.quantplatform.assembly.bench;

/** A market as large as the work wants it: 10 years of weekdays. */
enum Size {
    ONE("HK", 1),
    TWO("JP", 2),
    FOUR("US", 4);

    static final int DAYS = 2520;

    private final String market;
    private final int times;

    Size(String market, int times) {
        this.market = market;
        this.times = times;
    }

    String market() {
        return market;
    }

    int times() {
        return times;
    }

    int assets(int smallest) {
        return times * smallest;
    }
}
