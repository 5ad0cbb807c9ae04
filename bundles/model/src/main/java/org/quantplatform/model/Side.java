package org.quantplatform.model;

/** Direction of a fill. */
public enum Side {
    BUY,
    SELL
}
