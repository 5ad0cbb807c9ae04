package org.quantplatform.research.internal.backtests;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quantplatform.engine.sim.Account;
import org.quantplatform.model.Field;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Panel;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.spi.factor.Requirements;
import org.quantplatform.spi.strategy.Snapshot;

/** What a strategy sees at the close of a decision day. One object serves a run; it cannot be asked for a later day. */
final class DecisionDay implements Snapshot {

    private final Panel signals;
    private final List<Instrument> instruments;
    private final ScoreMatrix[] factors;
    private final boolean[] eligible;
    private final Set<Field> declared;
    private final int history;
    private final boolean shorts;
    private int day;
    private double[] scores = {};
    private @Nullable Field latest;
    private double[] column = {};
    private @Nullable Account account;

    DecisionDay(
            Panel signals,
            List<Instrument> instruments,
            ScoreMatrix[] factors,
            boolean[] eligible,
            Requirements declared,
            boolean shorts) {
        this.signals = signals;
        this.instruments = instruments;
        this.factors = factors;
        this.eligible = eligible;
        this.declared = declared.fields();
        this.history = declared.history();
        this.shorts = shorts;
    }

    void at(int today, double[] combined, @Nullable Account portfolio) {
        day = today;
        scores = combined;
        account = portfolio;
    }

    @Override
    public LocalDate date() {
        return signals.date(day);
    }

    @Override
    public Optional<LocalDate> dateAgo(int days) {
        if (days < 0) {
            throw new IllegalArgumentException("a strategy may not look ahead, asked for " + days + " days ago");
        }
        return days > day ? Optional.empty() : Optional.of(signals.date(day - days));
    }

    @Override
    public int assets() {
        return eligible.length;
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
    public double ago(Field field, int asset, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("a strategy may not look ahead, asked for " + days + " days ago");
        }
        double[] values = declared(field, days);
        return days > day ? Double.NaN : values[asset * signals.days() + day - days];
    }

    @Override
    public void history(Field field, int asset, double[] target) {
        double[] values = declared(field, target.length - 1);
        int from = day - target.length + 1;
        int missing = Math.min(target.length, Math.max(0, -from));
        Arrays.fill(target, 0, missing, Double.NaN);
        System.arraycopy(values, asset * signals.days() + from + missing, target, missing, target.length - missing);
    }

    /** Strategies read a field thousands of times in a row: the one read last is found without looking it up. */
    private double[] declared(Field field, int days) {
        if (days >= history) {
            throw new IllegalArgumentException("asked for " + days + " days ago, declared are " + history + " days");
        }
        if (field == latest) {
            return column;
        }
        if (!declared.contains(field)) {
            throw new IllegalArgumentException("field " + field + " was not declared in the requirements");
        }
        latest = field;
        column = signals.column(field);
        return column;
    }

    @Override
    public double weight(int asset) {
        return account().weights()[asset];
    }

    @Override
    public double equity() {
        return account().equity();
    }

    @Override
    public double cash() {
        return account().cash();
    }

    @Override
    public double shares(int asset) {
        return account().shares(asset);
    }

    @Override
    public double price(int asset) {
        return account().price(asset);
    }

    @Override
    public double entryPrice(int asset) {
        return account().entryPrice(asset);
    }

    @Override
    public int barsHeld(int asset) {
        return account().barsHeld(asset);
    }

    @Override
    public int openOrders(int asset) {
        return account().openOrders(asset);
    }

    private Account account() {
        return Objects.requireNonNull(account, "no day has been set");
    }

    @Override
    public boolean allowsShort() {
        return shorts;
    }
}
