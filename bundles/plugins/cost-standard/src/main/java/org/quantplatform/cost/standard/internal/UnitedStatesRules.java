package org.quantplatform.cost.standard.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.quantplatform.model.Side;
import org.quantplatform.spi.cost.Fill;

/**
 * United States: sellers pay the fee of section 31 of the Securities Exchange Act on the value and FINRA's trading activity
 * fee per share up to a cap. Both go by the day of the trade and are rounded up to the cent, as brokers do. Sources: the
 * SEC's fee advisories and FINRA's schedule, as open fee schedules render them.
 *
 * <p>Choices: the commission is the per-share tariff of Interactive Brokers as LEAN models it, 0.005 dollars per share,
 * at most 0.5 % of the value, at least 1 dollar; many other brokers take nothing. Of two versions of the activity fee for
 * 2021 and 2022 the one that FINRA's own figures point to is taken. Before July 2012 its rate of that month is used, which
 * differs by less than a hundredth of a cent per share. The waiver announced for the last quarter of 2026 is not applied,
 * because its sources do not agree that it took effect.
 */
final class UnitedStatesRules implements Rules {

    private static final String FIRST = "2010-01-15";
    private static final BigDecimal PER_SHARE = new BigDecimal("0.005");
    private static final BigDecimal GREATEST = new BigDecimal("0.005");
    private static final BigDecimal LEAST = BigDecimal.ONE;

    private static final Dated SECTION_31 = Dated.of("SEC fee of the United States")
            .from(FIRST, "0.0000127")
            .from("2010-04-01", "0.0000169")
            .from("2011-01-21", "0.0000192")
            .from("2012-02-21", "0.0000180")
            .from("2012-04-01", "0.0000224")
            .from("2013-05-25", "0.0000174")
            .from("2014-03-18", "0.0000221")
            .from("2015-02-14", "0.0000184")
            .from("2016-02-16", "0.0000218")
            .from("2017-07-04", "0.0000231")
            .from("2018-05-22", "0.0000130")
            .from("2019-04-16", "0.0000207")
            .from("2020-02-18", "0.0000221")
            .from("2021-02-25", "0.0000051")
            .from("2022-05-14", "0.0000229")
            .from("2023-02-27", "0.0000080")
            .from("2024-05-22", "0.0000278")
            .from("2025-05-14", "0")
            .from("2026-04-04", "0.0000206");

    private static final Dated ACTIVITY = Dated.of("trading activity fee of the United States")
            .from(FIRST, "0.000119")
            .from("2022-01-01", "0.000130")
            .from("2023-01-01", "0.000145")
            .from("2024-01-01", "0.000166")
            .from("2026-01-01", "0.000195")
            .from("2027-01-01", "0.000232")
            .from("2028-01-01", "0.000240");

    private static final Dated ACTIVITY_CAP = Dated.of("cap of the trading activity fee")
            .from(FIRST, "5.95")
            .from("2022-01-01", "6.49")
            .from("2023-01-01", "7.27")
            .from("2024-01-01", "8.30")
            .from("2026-01-01", "9.79")
            .from("2027-01-01", "11.61")
            .from("2028-01-01", "12.05");

    @Override
    public BigDecimal commission(Charge charge, Fill fill) {
        if (charge.ownCommission()) {
            return charge.commission("0", "0", RoundingMode.HALF_UP);
        }
        BigDecimal most = charge.value().multiply(GREATEST);
        BigDecimal tariff = charge.shares().multiply(PER_SHARE).min(most).max(LEAST);
        return charge.rounded(tariff, RoundingMode.HALF_UP);
    }

    @Override
    public BigDecimal taxes(Charge charge, Fill fill) {
        if (fill.side() != Side.SELL) {
            return BigDecimal.ZERO;
        }
        BigDecimal section31 = charge.of(SECTION_31.on(fill.date()), RoundingMode.UP);
        BigDecimal activity = charge.shares().multiply(ACTIVITY.on(fill.date()));
        return section31.add(charge.rounded(activity, RoundingMode.UP).min(ACTIVITY_CAP.on(fill.date())));
    }
}
