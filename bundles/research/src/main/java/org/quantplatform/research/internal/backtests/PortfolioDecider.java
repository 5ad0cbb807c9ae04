package org.quantplatform.research.internal.backtests;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.quantplatform.engine.kernel.CrossSection;
import org.quantplatform.engine.sim.Decider;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.Field;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Panel;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.research.internal.requests.BoundSpec;
import org.quantplatform.spi.strategy.Snapshot;
import org.quantplatform.spi.strategy.Strategy;
import org.quantplatform.spi.strategy.Targets;

/** Leads a strategy through the decision days: universe, combined scores, its own decision, constraints. */
final class PortfolioDecider implements Decider {

    private final Panel signals;
    private final List<Instrument> instruments;
    private final ScoreMatrix[] factors;
    private final double[] factorWeights;
    private final Eligibility eligibility;
    private final Limits limits;
    private final Strategy<?> strategy;
    private final Record parameters;
    private final boolean[] eligible;

    PortfolioDecider(
            BoundSpec spec,
            Panel signals,
            List<Instrument> instruments,
            List<ScoreMatrix> factors,
            Eligibility eligibility) {
        this.signals = signals;
        this.instruments = instruments;
        this.factors = factors.toArray(ScoreMatrix[]::new);
        this.factorWeights =
                spec.weights().stream().mapToDouble(Double::doubleValue).toArray();
        this.eligibility = eligibility;
        this.limits = new Limits(spec.constraints(), instruments);
        this.strategy = spec.strategy().service();
        this.parameters = spec.strategy().parameters();
        this.eligible = new boolean[signals.assets()];
    }

    @Override
    public boolean decide(int day, double[] weights, double[] targets) {
        eligibility.mask(day, eligible);
        double[] scores =
                factors.length == 0 ? unscored() : CrossSection.combine(factors, factorWeights, day, eligible);
        Day today = new Day(day, scores, weights);
        try {
            decide(strategy, today, (asset, weight) -> set(targets, asset, weight));
        } catch (QuantException e) {
            throw e;
        } catch (RuntimeException e) {
            throw QuantException.of(
                    ErrorCode.PLUGIN_FAILED, "the strategy failed on " + signals.date(day) + ": " + e.getMessage(), e);
        }
        limits.apply(targets);
        double sum = 0;
        for (double target : targets) {
            sum += target;
        }
        if (sum > 1 + 1e-9) {
            throw QuantException.of(
                    ErrorCode.PLUGIN_FAILED,
                    "the strategy's weights of " + signals.date(day) + " add up to " + sum + ", more than 1");
        }
        return true;
    }

    private <P extends Record> void decide(Strategy<P> typed, Snapshot snapshot, Targets out) {
        typed.decide(snapshot, typed.parameterType().cast(parameters), out);
    }

    private static void set(double[] targets, int asset, double weight) {
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("a weight must be a number of at least 0, was " + weight);
        }
        targets[asset] = weight;
    }

    private double[] unscored() {
        double[] none = new double[eligible.length];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    private final class Day implements Snapshot {

        private final int day;
        private final double[] scores;
        private final double[] weights;

        Day(int day, double[] scores, double[] weights) {
            this.day = day;
            this.scores = scores;
            this.weights = weights;
        }

        @Override
        public LocalDate date() {
            return signals.date(day);
        }

        @Override
        public int assets() {
            return scores.length;
        }

        @Override
        public String ticker(int asset) {
            return signals.ticker(asset);
        }

        @Override
        public Optional<String> sector(int asset) {
            return Optional.ofNullable(instruments.get(asset).sector());
        }

        @Override
        public boolean eligible(int asset) {
            return eligible[asset];
        }

        @Override
        public double score(int asset) {
            return scores[asset];
        }

        @Override
        public double factorScore(int factor, int asset) {
            return factors[factor].get(asset, day);
        }

        @Override
        public int factors() {
            return factors.length;
        }

        @Override
        public double close(int asset) {
            return signals.value(Field.CLOSE, asset, day);
        }

        @Override
        public double weight(int asset) {
            return weights[asset];
        }
    }
}
