import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.CCIIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.StochasticOscillatorKIndicator;
import org.ta4j.core.indicators.WilliamsRIndicator;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.adx.MinusDIIndicator;
import org.ta4j.core.indicators.adx.PlusDIIndicator;
import org.ta4j.core.indicators.aroon.AroonDownIndicator;
import org.ta4j.core.indicators.aroon.AroonUpIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandWidthIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsLowerIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsMiddleIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsUpperIndicator;
import org.ta4j.core.indicators.bollinger.PercentBIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelLowerIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelUpperIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelMiddleIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelUpperIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.indicators.volume.ChaikinMoneyFlowIndicator;
import org.ta4j.core.indicators.volume.MoneyFlowIndexIndicator;
import org.ta4j.core.indicators.volume.OnBalanceVolumeIndicator;
import org.ta4j.core.indicators.volume.VWAPIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;

/**
 * Writes ta4j-0.22.2.csv: 500 made-up bars and what ta4j makes of them. ta4j needs Java 21, this build only 17, so the
 * numbers are kept beside the test. Again: java -cp ta4j-core-0.22.2.jar and its dependencies, then this file.
 */
public final class Ta4jReference {

    private static final int BARS = 500;
    /** How indicators begin differs from program to program; from here on it no longer matters. */
    private static final int SETTLED = 440;

    public static void main(String[] arguments) {
        BarSeries bars = bars();
        ClosePriceIndicator close = new ClosePriceIndicator(bars);
        Map<String, Indicator<Num>> columns = new LinkedHashMap<>();
        columns.put("sma20", new SMAIndicator(close, 20));
        columns.put("ema12", new EMAIndicator(close, 12));
        MACDIndicator macd = new MACDIndicator(close, 12, 26);
        columns.put("macd", macd);
        columns.put("macd_signal", macd.getSignalLine(9));
        BollingerBandsMiddleIndicator middle = new BollingerBandsMiddleIndicator(new SMAIndicator(close, 20));
        StandardDeviationIndicator deviation = new StandardDeviationIndicator(close, 20);
        BollingerBandsUpperIndicator upper = new BollingerBandsUpperIndicator(middle, deviation);
        BollingerBandsLowerIndicator lower = new BollingerBandsLowerIndicator(middle, deviation);
        columns.put("bollinger_upper", upper);
        columns.put("bollinger_lower", lower);
        columns.put("bollinger_width", new BollingerBandWidthIndicator(upper, middle, lower));
        columns.put("percent_b", new PercentBIndicator(close, 20, 2));
        columns.put("atr14", new ATRIndicator(bars, 14));
        columns.put("adx14", new ADXIndicator(bars, 14));
        columns.put("plus_di14", new PlusDIIndicator(bars, 14));
        columns.put("minus_di14", new MinusDIIndicator(bars, 14));
        StochasticOscillatorKIndicator k = new StochasticOscillatorKIndicator(bars, 14);
        columns.put("stochastic_k14", k);
        columns.put("stochastic_d3", new SMAIndicator(k, 3));
        columns.put("obv", new OnBalanceVolumeIndicator(bars));
        columns.put("vwap14", new VWAPIndicator(bars, 14));
        columns.put("cci20", new CCIIndicator(bars, 20));
        columns.put("williams_r14", new WilliamsRIndicator(bars, 14));
        columns.put("mfi14", new MoneyFlowIndexIndicator(bars, 14));
        columns.put("donchian_upper20", new DonchianChannelUpperIndicator(bars, 20));
        columns.put("donchian_lower20", new DonchianChannelLowerIndicator(bars, 20));
        KeltnerChannelMiddleIndicator keltner = new KeltnerChannelMiddleIndicator(close, 20);
        columns.put("keltner_middle20", keltner);
        columns.put("keltner_upper20", new KeltnerChannelUpperIndicator(keltner, new ATRIndicator(bars, 10), 2));
        columns.put("triple_ema15", new EMAIndicator(new EMAIndicator(new EMAIndicator(close, 15), 15), 15));
        columns.put("aroon_up25", new AroonUpIndicator(bars, 25));
        columns.put("aroon_down25", new AroonDownIndicator(bars, 25));
        columns.put("cmf20", new ChaikinMoneyFlowIndicator(bars, 20));
        columns.put("rsi14", new RSIIndicator(close, 14));
        System.out.println("open,high,low,close,volume," + String.join(",", columns.keySet()));
        for (int i = 0; i < bars.getBarCount(); i++) {
            StringBuilder line = new StringBuilder();
            line.append(bars.getBar(i).getOpenPrice().doubleValue())
                    .append(',').append(bars.getBar(i).getHighPrice().doubleValue())
                    .append(',').append(bars.getBar(i).getLowPrice().doubleValue())
                    .append(',').append(bars.getBar(i).getClosePrice().doubleValue())
                    .append(',').append(bars.getBar(i).getVolume().doubleValue());
            for (Indicator<Num> column : columns.values()) {
                line.append(',').append(i < SETTLED ? "" : String.valueOf(column.getValue(i).doubleValue()));
            }
            System.out.println(line);
        }
    }

    private static BarSeries bars() {
        BarSeries bars = new BaseBarSeriesBuilder().withNumFactory(DoubleNumFactory.getInstance()).build();
        Random random = new Random(42);
        double close = 100;
        for (int i = 0; i < BARS; i++) {
            double open = cents(close * (1 + 0.005 * random.nextGaussian()));
            close = cents(open * (1 + 0.015 * random.nextGaussian()));
            double high = cents(Math.max(open, close) * (1 + 0.006 * random.nextDouble()));
            double low = cents(Math.min(open, close) * (1 - 0.006 * random.nextDouble()));
            bars.barBuilder()
                    .timePeriod(Duration.ofDays(1))
                    .endTime(Instant.EPOCH.plus(Duration.ofDays(i + 1)))
                    .openPrice(open).highPrice(high).lowPrice(low).closePrice(close)
                    .volume(1000 + random.nextInt(100_000))
                    .add();
        }
        return bars;
    }

    private static double cents(double price) {
        return Math.rint(price * 100) / 100;
    }
}
