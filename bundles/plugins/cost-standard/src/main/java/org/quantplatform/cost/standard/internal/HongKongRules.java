package org.quantplatform.cost.standard.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.quantplatform.model.AssetType;
import org.quantplatform.spi.cost.Fill;

/**
 * Hong Kong: on both sides stamp duty (rounded up to the dollar; funds are exempt), the exchange's trading fee, the levies
 * of the two supervisors and the clearing house's settlement fee, by the day of the trade. Source of the rows: one open
 * fee schedule for the values, several for the dates of the stamp duty; likely rather than certain.
 *
 * <p>Choices: the rows begin with 2010; the commission is 0.03 % and at least 3 dollars, the low end of what is quoted.
 */
final class HongKongRules implements Rules {

    private static final String FIRST = "2010-01-01";
    private static final BigDecimal SUPERVISOR = new BigDecimal("0.000027");
    private static final BigDecimal SETTLEMENT_LEAST = new BigDecimal("2");
    private static final BigDecimal SETTLEMENT_GREATEST = new BigDecimal("100");
    private static final BigDecimal SETTLEMENT_BOUNDED = new BigDecimal("0.00002");

    private static final Dated STAMP = Dated.of("stamp duty of Hong Kong")
            .from(FIRST, "0.0010")
            .from("2021-08-01", "0.0013")
            .from("2023-11-17", "0.0010");

    private static final Dated TRADING =
            Dated.of("trading fee of Hong Kong").from(FIRST, "0.00005").from("2023-01-01", "0.0000565");

    private static final Dated AUDIT_LEVY =
            Dated.of("levy of Hong Kong").from(FIRST, "0").from("2022-01-01", "0.0000015");

    private static final Dated SETTLEMENT = Dated.of("settlement fee of Hong Kong")
            .from(FIRST, SETTLEMENT_BOUNDED.toPlainString())
            .from("2025-06-30", "0.000042");

    @Override
    public BigDecimal commission(Charge charge, Fill fill) {
        return charge.commission("0.0003", "3", RoundingMode.HALF_UP);
    }

    @Override
    public BigDecimal taxes(Charge charge, Fill fill) {
        BigDecimal stamp = fill.type() == AssetType.STOCK
                ? charge.value().multiply(STAMP.on(fill.date())).setScale(0, RoundingMode.UP)
                : BigDecimal.ZERO;
        return stamp.add(charge.of(TRADING.on(fill.date()), RoundingMode.HALF_UP))
                .add(charge.of(SUPERVISOR, RoundingMode.HALF_UP))
                .add(charge.of(AUDIT_LEVY.on(fill.date()), RoundingMode.HALF_UP))
                .add(settlement(charge, SETTLEMENT.on(fill.date())));
    }

    /** The old, lower rate had bounds. */
    private static BigDecimal settlement(Charge charge, BigDecimal rate) {
        BigDecimal fee = charge.of(rate, RoundingMode.HALF_UP);
        return rate.equals(SETTLEMENT_BOUNDED) ? fee.max(SETTLEMENT_LEAST).min(SETTLEMENT_GREATEST) : fee;
    }
}
