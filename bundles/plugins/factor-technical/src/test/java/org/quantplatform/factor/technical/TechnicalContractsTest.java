package org.quantplatform.factor.technical;

import org.junit.jupiter.api.Nested;
import org.quantplatform.testkit.FactorContract;

class TechnicalContractsTest {

    @Nested
    class SmaRatio extends FactorContract<SmaRatioFactor.Params> {

        @Override
        protected SmaRatioFactor factor() {
            return new SmaRatioFactor();
        }
    }

    @Nested
    class EmaRatio extends FactorContract<EmaRatioFactor.Params> {

        @Override
        protected EmaRatioFactor factor() {
            return new EmaRatioFactor();
        }
    }

    @Nested
    class Macd extends FactorContract<MacdFactor.Params> {

        @Override
        protected MacdFactor factor() {
            return new MacdFactor();
        }
    }

    @Nested
    class BollingerPosition extends FactorContract<BollingerPositionFactor.Params> {

        @Override
        protected BollingerPositionFactor factor() {
            return new BollingerPositionFactor();
        }
    }

    @Nested
    class BollingerBandwidth extends FactorContract<BollingerBandwidthFactor.Params> {

        @Override
        protected BollingerBandwidthFactor factor() {
            return new BollingerBandwidthFactor();
        }
    }

    @Nested
    class AverageTrueRange extends FactorContract<AverageTrueRangeFactor.Params> {

        @Override
        protected AverageTrueRangeFactor factor() {
            return new AverageTrueRangeFactor();
        }
    }

    @Nested
    class DirectionalIndex extends FactorContract<DirectionalIndexFactor.Params> {

        @Override
        protected DirectionalIndexFactor factor() {
            return new DirectionalIndexFactor();
        }
    }

    @Nested
    class Stochastic extends FactorContract<StochasticFactor.Params> {

        @Override
        protected StochasticFactor factor() {
            return new StochasticFactor();
        }
    }

    @Nested
    class Williams extends FactorContract<WilliamsFactor.Params> {

        @Override
        protected WilliamsFactor factor() {
            return new WilliamsFactor();
        }
    }

    @Nested
    class OnBalanceVolume extends FactorContract<OnBalanceVolumeFactor.Params> {

        @Override
        protected OnBalanceVolumeFactor factor() {
            return new OnBalanceVolumeFactor();
        }
    }

    @Nested
    class VolumeWeightedPrice extends FactorContract<VolumeWeightedPriceFactor.Params> {

        @Override
        protected VolumeWeightedPriceFactor factor() {
            return new VolumeWeightedPriceFactor();
        }
    }

    @Nested
    class MoneyFlow extends FactorContract<MoneyFlowFactor.Params> {

        @Override
        protected MoneyFlowFactor factor() {
            return new MoneyFlowFactor();
        }
    }

    @Nested
    class Chaikin extends FactorContract<ChaikinFactor.Params> {

        @Override
        protected ChaikinFactor factor() {
            return new ChaikinFactor();
        }
    }

    @Nested
    class CommodityChannel extends FactorContract<CommodityChannelFactor.Params> {

        @Override
        protected CommodityChannelFactor factor() {
            return new CommodityChannelFactor();
        }
    }

    @Nested
    class Donchian extends FactorContract<DonchianFactor.Params> {

        @Override
        protected DonchianFactor factor() {
            return new DonchianFactor();
        }
    }

    @Nested
    class Keltner extends FactorContract<KeltnerFactor.Params> {

        @Override
        protected KeltnerFactor factor() {
            return new KeltnerFactor();
        }
    }

    @Nested
    class Trix extends FactorContract<TrixFactor.Params> {

        @Override
        protected TrixFactor factor() {
            return new TrixFactor();
        }
    }

    @Nested
    class Aroon extends FactorContract<AroonFactor.Params> {

        @Override
        protected AroonFactor factor() {
            return new AroonFactor();
        }
    }
}
