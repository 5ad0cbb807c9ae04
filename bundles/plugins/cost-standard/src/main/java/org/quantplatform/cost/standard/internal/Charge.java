package org.quantplatform.cost.standard.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.quantplatform.spi.cost.Fill;

/** Exact decimal sums of one fill, so that a rate of a round value never lands beside the unit. */
record Charge(BigDecimal shares, BigDecimal value, int digits, double commissionBps) {

    private static final BigDecimal PER_BPS = new BigDecimal("0.0001");

    static Charge of(Fill fill, double commissionBps) {
        BigDecimal shares = BigDecimal.valueOf(fill.shares());
        BigDecimal value = shares.multiply(BigDecimal.valueOf(fill.price()));
        return new Charge(shares, value, fill.market().minorDigits(), commissionBps);
    }

    /** Of the executed value, rounded to the currency's smallest unit. */
    BigDecimal of(BigDecimal rate, RoundingMode rounding) {
        return value.multiply(rate).setScale(digits, rounding);
    }

    BigDecimal rounded(BigDecimal amount, RoundingMode rounding) {
        return amount.setScale(digits, rounding);
    }

    /** True when the caller told the broker's rate; the market's usual one and its minimum then do not apply. */
    boolean ownCommission() {
        return commissionBps >= 0;
    }

    BigDecimal commission(String usualRate, String least, RoundingMode rounding) {
        if (ownCommission()) {
            return of(BigDecimal.valueOf(commissionBps).multiply(PER_BPS), rounding);
        }
        return of(new BigDecimal(usualRate), rounding).max(new BigDecimal(least));
    }
}
