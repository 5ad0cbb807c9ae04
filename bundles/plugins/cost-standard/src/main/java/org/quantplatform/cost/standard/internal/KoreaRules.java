package org.quantplatform.cost.standard.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.quantplatform.model.AssetType;
import org.quantplatform.model.Side;
import org.quantplatform.spi.cost.Fill;

/**
 * Korea: sellers of shares pay the securities transaction tax, and on the main board the special tax for rural development
 * beside it. The rate is that of the day of settlement. Source of the rows: the Securities Transaction Tax Act's
 * enforcement decree as open fee schedules render it, several of which agree. Funds (ETFs) are exempt.
 *
 * <p>Choices: each tax is cut off at the won (some brokers cut at ten); any exchange but XKOS and XKON is taken for the main board,
 * where the sum of both taxes is the same; the commission is the 0.015 % usual online.
 */
final class KoreaRules implements Rules {

    private static final BigDecimal RURAL = new BigDecimal("0.0015");

    private static final Dated MAIN_BOARD = Dated.of("transaction tax of Korea")
            .from("1996-04-01", "0.0015")
            .from("2019-06-03", "0.0010")
            .from("2021-01-01", "0.0008")
            .from("2023-01-01", "0.0005")
            .from("2024-01-01", "0.0003")
            .from("2025-01-01", "0")
            .from("2026-01-01", "0.0005");

    private static final Dated KOSDAQ = Dated.of("transaction tax of KOSDAQ")
            .from("1996-04-01", "0.0030")
            .from("2019-06-03", "0.0025")
            .from("2021-01-01", "0.0023")
            .from("2023-01-01", "0.0020")
            .from("2024-01-01", "0.0018")
            .from("2025-01-01", "0.0015")
            .from("2026-01-01", "0.0020");

    private static final Dated KONEX =
            Dated.of("transaction tax of KONEX").from("2013-07-01", "0.0030").from("2019-06-03", "0.0010");

    @Override
    public BigDecimal commission(Charge charge, Fill fill) {
        return charge.commission("0.00015", "0", RoundingMode.DOWN);
    }

    @Override
    public BigDecimal taxes(Charge charge, Fill fill) {
        if (fill.side() != Side.SELL || fill.type() != AssetType.STOCK) {
            return BigDecimal.ZERO;
        }
        if (fill.exchange().equals("XKOS")) {
            return charge.of(KOSDAQ.on(fill.settlement()), RoundingMode.DOWN);
        }
        if (fill.exchange().equals("XKON")) {
            return charge.of(KONEX.on(fill.settlement()), RoundingMode.DOWN);
        }
        return charge.of(MAIN_BOARD.on(fill.settlement()), RoundingMode.DOWN).add(charge.of(RURAL, RoundingMode.DOWN));
    }
}
