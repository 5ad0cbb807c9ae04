package org.quantplatform.cost.standard.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.quantplatform.model.AssetType;
import org.quantplatform.model.Side;
import org.quantplatform.spi.cost.Fill;

/**
 * Mainland China, A shares: stamp duty on sales (before 2008-09-19 on both sides) and the clearing house's transfer fee on
 * both sides, by the day of the trade, each rounded to the fen. Source of the rows: many open fee schedules that agree.
 * Funds are exempt from both.
 *
 * <p>Choices: the commission is 0.03 %, the dearer of the two common rates, and at least 5 yuan; the exchange's handling
 * and supervision fees are taken to be inside it, as brokers quote it. Before August 2015 the transfer fee went by face
 * value on one exchange only and is left out.
 */
final class ChinaRules implements Rules {

    private static final Dated STAMP =
            Dated.of("stamp duty of China").from("2008-04-24", "0.001").from("2023-08-28", "0.0005");

    private static final Dated STAMP_ON_PURCHASES =
            Dated.of("stamp duty of China").from("2008-04-24", "0.001").from("2008-09-19", "0");

    private static final Dated TRANSFER_SHANGHAI = Dated.of("transfer fee of Shanghai")
            .from("2008-04-24", "0")
            .from("2015-08-01", "0.00002")
            .from("2022-04-29", "0.00001");

    private static final Dated TRANSFER_ELSEWHERE =
            Dated.of("transfer fee of Shenzhen").from("2008-04-24", "0").from("2022-04-29", "0.00001");

    @Override
    public BigDecimal commission(Charge charge, Fill fill) {
        return charge.commission("0.0003", "5", RoundingMode.HALF_UP);
    }

    @Override
    public BigDecimal taxes(Charge charge, Fill fill) {
        if (fill.type() != AssetType.STOCK) {
            return BigDecimal.ZERO;
        }
        Dated stamp = fill.side() == Side.SELL ? STAMP : STAMP_ON_PURCHASES;
        Dated transfer = fill.exchange().equals("XSHG") ? TRANSFER_SHANGHAI : TRANSFER_ELSEWHERE;
        return charge.of(stamp.on(fill.date()), RoundingMode.HALF_UP)
                .add(charge.of(transfer.on(fill.date()), RoundingMode.HALF_UP));
    }
}
