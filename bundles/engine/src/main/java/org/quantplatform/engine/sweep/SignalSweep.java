package org.quantplatform.engine.sweep;

/** The outcome of rules of any origin, given what each wants on each bar. */
public final class SignalSweep {

    private SignalSweep() {}

    /**
     * @param signals per rule one number per bar: above 0 to be invested, below 0 to be out, 0 or NaN to leave things as
     *     they are
     */
    public static SweepResult run(double[][] signals, Trading trading) {
        Positions positions = new Positions(trading, signals.length);
        for (int rule = 0; rule < signals.length; rule++) {
            if (signals[rule].length != trading.bars()) {
                throw new IllegalArgumentException(
                        "rule " + rule + " has " + signals[rule].length + " signals for " + trading.bars() + " bars");
            }
            for (int bar = 0; bar < trading.bars(); bar++) {
                double signal = signals[rule][bar];
                if (signal > 0 || signal < 0) {
                    positions.want(rule, bar, signal > 0);
                }
            }
        }
        return positions.result();
    }
}
