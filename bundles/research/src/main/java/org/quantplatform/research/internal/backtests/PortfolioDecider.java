package org.quantplatform.research.internal.backtests;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quantplatform.engine.kernel.CrossSection;
import org.quantplatform.engine.sim.Account;
import org.quantplatform.engine.sim.Decider;
import org.quantplatform.engine.sim.Financing;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.Field;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Panel;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.research.internal.requests.BoundSpec;
import org.quantplatform.research.internal.scores.DayWeights;
import org.quantplatform.spi.factor.Requirements;
import org.quantplatform.spi.strategy.Strategy;
import org.quantplatform.spi.strategy.Targets;

/** Leads a strategy through the decision days: universe, combined scores, its own decision, constraints. */
final class PortfolioDecider implements Decider {

    private final Financing financing;
    private final Panel signals;
    private final ScoreMatrix[] factors;
    private final DayWeights factorWeights;
    private final Eligibility eligibility;
    private final Limits limits;
    private final @Nullable Allocation allocation;
    private final Strategy<?> strategy;
    private final Record parameters;
    private final boolean[] eligible;
    private final DecisionDay today;

    PortfolioDecider(
            BoundSpec spec,
            Financing financing,
            Panel signals,
            List<Instrument> instruments,
            FactorBlend factors,
            Eligibility eligibility) {
        this.financing = financing;
        this.signals = signals;
        this.factors = factors.scores().toArray(ScoreMatrix[]::new);
        this.factorWeights = factors.weights();
        this.eligibility = eligibility;
        this.limits = new Limits(spec.constraints(), instruments);
        this.allocation = spec.optimizer() == null ? null : new Allocation(spec.optimizer(), signals, instruments);
        this.strategy = spec.strategy().service();
        this.parameters = spec.strategy().parameters();
        this.eligible = new boolean[signals.assets()];
        this.today = new DecisionDay(
                signals,
                instruments,
                this.factors,
                eligible,
                requirements(strategy, parameters, signals),
                financing.allowsShort());
    }

    private static <P extends Record> Requirements requirements(
            Strategy<P> strategy, Record parameters, Panel signals) {
        Requirements needs = strategy.requires(strategy.parameterType().cast(parameters));
        for (Field field : needs.fields()) {
            if (!signals.has(field)) {
                throw QuantException.of(
                        ErrorCode.UNPROCESSABLE, "the strategy needs the field " + field + ", which is not stored");
            }
        }
        return needs;
    }

    @Override
    public boolean decide(int day, double[] weights, double[] targets) {
        throw new UnsupportedOperationException("a strategy looks at more than weights");
    }

    @Override
    public boolean decide(int day, Account account, double[] targets) {
        eligibility.mask(day, eligible);
        double[] scores =
                factors.length == 0 ? unscored() : CrossSection.combine(factors, factorWeights.on(day), day, eligible);
        today.at(day, scores, account);
        Decision decision = new Decision(account, targets, financing.allowsShort());
        try {
            decide(strategy, decision);
        } catch (QuantException e) {
            throw e;
        } catch (RuntimeException e) {
            throw QuantException.of(
                    ErrorCode.PLUGIN_FAILED, "the strategy failed on " + signals.date(day) + ": " + e.getMessage(), e);
        }
        if (decision.changesOnly()) {
            return false;
        }
        if (allocation != null) {
            allocation.apply(day, targets);
        }
        limits.apply(targets);
        check(day, targets);
        return true;
    }

    private <P extends Record> void decide(Strategy<P> typed, Targets out) {
        typed.decide(today, typed.parameterType().cast(parameters), out);
    }

    private void check(int day, double[] targets) {
        double gross = 0;
        for (double target : targets) {
            gross += Math.abs(target);
        }
        if (gross > financing.maxLeverage() + 1e-9) {
            throw QuantException.of(
                    ErrorCode.PLUGIN_FAILED,
                    "the strategy's weights of " + signals.date(day) + " add up to " + gross + ", more than "
                            + (financing.margin() ? "the largest leverage " + financing.maxLeverage() : "1"));
        }
    }

    private double[] unscored() {
        double[] none = new double[eligible.length];
        Arrays.fill(none, Double.NaN);
        return none;
    }
}
