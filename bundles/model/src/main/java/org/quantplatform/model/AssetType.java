package org.quantplatform.model;

/** What an instrument is. */
public enum AssetType {
    STOCK,
    ETF,
    INDEX,
    FX
}
