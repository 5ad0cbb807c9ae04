package org.quantplatform.source.demo.internal;

/** The sectors of the demo's companies. */
enum Sector {
    ENE("Energy"),
    MAT("Materials"),
    IND("Industrials"),
    DIS("Consumer Discretionary"),
    STA("Consumer Staples"),
    HEA("Health Care"),
    FIN("Financials"),
    TEC("Information Technology"),
    COM("Communication Services"),
    UTL("Utilities"),
    REA("Real Estate");

    private final String title;

    Sector(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
